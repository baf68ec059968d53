import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { findCommissionerByName, findProviderByName } from "@/db/queries/report-records";
import { inForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import type { Correction } from "@/domain/reports/change-proposals";
import type { ChangedFact, ChangeValue } from "@/domain/reports/changed-fact";
import {
  type ContractFact,
  contractFactOf,
  isDropping,
  type LineFact,
  newContractSchema,
} from "@/domain/reports/service-lines";

type Given = Pick<Correction, "lineId" | "proposed"> & {
  field: LineFact;
  /** Name of who pays for the service as it stands; null where none may be named. */
  payer: ChangeValue | null;
};

const text = (value: string): ChangeValue => ({ is: "text", text: value });
const textOrNone = (value: string): ChangeValue | null => (value === "" ? null : text(value));
const dayOrNone = (date: string): ChangeValue | null => (date === "" ? null : { is: "date", date });
const poundsOf = (value: string | number): ChangeValue => text(`£${Number(value).toLocaleString("en-GB")}`);

/** What a correction of a line of a service would change. Reads only. */
export async function rowsOfLine(
  db: Db,
  { field, lineId = "", proposed, payer }: Given,
): Promise<ChangedFact[]> {
  const contractFact = contractFactOf(field);
  const named = (await findRecordNames(db, lineId === "" ? [] : [lineId])).get(lineId)?.name;
  const line = named === undefined ? null : text(named);
  if (isDropping(field)) return [{ field, before: line, after: { is: "dropped", key: named ?? "" } }];
  if (contractFact)
    return [
      { field: "contract", before: line, after: line },
      {
        field,
        before: await contractNow(db, lineId, contractFact),
        after: await contractThen(db, contractFact, String(proposed)),
      },
    ];
  if (field === "contract") return rowsOfContract(proposed);
  const after = String(proposed);
  if (field === "serves-area") {
    const name = (await findRecordNames(db, [after])).get(after)?.name;
    return [{ field, before: line, after: name === undefined ? null : text(name) }];
  }
  if (field === "commissioner-name") return [{ field, before: line, after: text(after) }];
  return [{ field, before: payer, after: await payerThen(db, after) }];
}

async function payerThen(db: Db, name: string): Promise<ChangeValue> {
  return (await findCommissionerByName(db, name)) ? text(name) : { is: "new-name", key: name };
}

function rowsOfContract(proposed: unknown): ChangedFact[] {
  const said = newContractSchema.parse(proposed);
  const rows: ChangedFact[] = [
    {
      field: "contract-type",
      before: null,
      after: { is: "contract-type", key: said.contractType || "unknown" },
    },
    { field: "contract-notice-reference", before: null, after: textOrNone(said.noticeReference) },
    { field: "contract-covers", before: null, after: textOrNone(said.covers) },
    { field: "contract-starts-on", before: null, after: dayOrNone(said.contractStartsOn) },
    { field: "contract-ends-on", before: null, after: dayOrNone(said.contractEndsOn) },
    {
      field: "contract-value-pounds",
      before: null,
      after: said.valuePounds === "" ? null : poundsOf(said.valuePounds),
    },
  ];
  return rows.filter(({ after }) => after !== null);
}

async function contractThen(db: Db, field: ContractFact, said: string): Promise<ChangeValue> {
  if (field === "commissioner") return payerThen(db, said);
  if (field === "holder")
    return (await findProviderByName(db, said)) ? text(said) : { is: "new-name", key: said };
  return contractValue(field, said);
}

function contractValue(field: ContractFact, said: string | number): ChangeValue {
  if (field === "value-pounds") return poundsOf(said);
  const words = String(said);
  if (field === "type") return { is: "contract-type", key: words };
  if (field === "award-route") return { is: "award-route", key: words };
  return field === "starts-on" || field === "ends-on" ? { is: "date", date: words } : text(words);
}

async function contractNow(db: Db, id: string, field: ContractFact): Promise<ChangeValue | null> {
  const claims = (await findClaimsByRecord(db, "contract", [id])).get(id) ?? [];
  const value = inForce(claims, "contract", field)?.value;
  if (typeof value === "string" || typeof value === "number") return contractValue(field, value);
  const [pointedAt = ""] = idsIn(value);
  const name = (await findRecordNames(db, pointedAt === "" ? [] : [pointedAt])).get(pointedAt)?.name;
  return name === undefined ? null : text(name);
}
