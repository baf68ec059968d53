import type { Db } from "@/db/client";
import { findClaimsByRecord } from "@/db/queries/claims";
import { findRecordNames } from "@/db/queries/claims-read";
import { findCommissionerByName, findProviderByName } from "@/db/queries/report-records";
import { findContractByReference, listLines, listServicesUnder } from "@/db/queries/service-lines";
import { inForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { ukToday } from "@/domain/dates/partial-date";
import type { Correction } from "@/domain/reports/change-proposals";
import type { ChangedFact, ChangeValue } from "@/domain/reports/changed-fact";
import {
  type ContractFact,
  contractFactOf,
  factsOfContract,
  isDropping,
  isFactOf,
  type LineFact,
  newContractSchema,
} from "@/domain/reports/service-lines";
import { confirmedOnOf } from "@/domain/sources/confirmed-on";

type Given = Pick<Correction, "recordId" | "lineId" | "proposed" | "sources"> & {
  field: LineFact;
  /** Name of who pays for the service as it stands; null where none may be named. */
  payer: ChangeValue | null;
};

const text = (value: string): ChangeValue => ({ is: "text", text: value });

/** What a correction of a line of a service would change; of a line that is not the service's (any more) nothing is told. Reads only. */
export async function rowsOfLine(db: Db, given: Given): Promise<ChangedFact[]> {
  const { recordId, field, lineId, proposed, payer } = given;
  const contractFact = contractFactOf(field);
  const held = (await listLines(db, recordId)).find(({ id, kind }) => id === lineId && isFactOf(kind, field));
  const line = held ? text(held.name) : null;
  if (isDropping(field))
    return [{ field, before: line, after: { is: "dropped", key: held?.name ?? "none" } }];
  if (contractFact) {
    const before = held ? await contractNow(db, held.id, contractFact) : null;
    const after = await contractThen(db, contractFact, String(proposed));
    return [...(held ? [await rowOfShared(db, recordId, held)] : []), { field, before, after }];
  }
  if (field === "contract") return rowsOfContract(db, given);
  const after = String(proposed);
  if (field === "serves-area") {
    const name = (await findRecordNames(db, [after])).get(after)?.name;
    return [{ field, before: line, after: name === undefined ? null : text(name) }];
  }
  if (field === "commissioner-name") return [{ field, before: line, after: text(after) }];
  return [{ field, before: lineId === undefined ? payer : line, after: await payerThen(db, after) }];
}

/** Which contract is changed, and that other services run under it. */
async function rowOfShared(
  db: Db,
  serviceId: string,
  { id, name }: { id: string; name: string },
  before: ChangeValue | null = text(name),
): Promise<ChangedFact> {
  const others = (await listServicesUnder(db, id)).filter((other) => other !== serviceId).length;
  return { field: "contract", before, after: { is: "contract", name, others } };
}

async function payerThen(db: Db, name: string): Promise<ChangeValue> {
  return (await findCommissionerByName(db, name)) ? text(name) : { is: "new-name", key: name };
}

/** A contract that is missing: one that we hold under its reference is shown as it stands, and what is said of it beside that. */
async function rowsOfContract(db: Db, { recordId, proposed, sources }: Given): Promise<ChangedFact[]> {
  const said = newContractSchema.parse(proposed);
  const known =
    said.noticeReference === "" ? undefined : await findContractByReference(db, said.noticeReference);
  const facts = factsOfContract(said);
  if (known === undefined)
    return facts.map(([field, value]) => ({
      field: `contract-${field}`,
      before: null,
      after: contractValue(field, value),
    }));
  const name = (await findRecordNames(db, [known])).get(known)?.name ?? said.noticeReference;
  const claims = (await findClaimsByRecord(db, "contract", [known])).get(known) ?? [];
  const [source] = sources;
  const on = source ? confirmedOnOf(source, ukToday()) : "";
  const isUnder = (await listLines(db, recordId)).some(({ id }) => id === known);
  return [
    await rowOfShared(db, recordId, { id: known, name }, isUnder ? text(name) : null),
    ...facts
      .filter(([field]) => field !== "notice-reference")
      .map(([field, value]): ChangedFact => {
        const held = inForce(claims, "contract", field);
        const before = scalar(field, held?.value);
        // An older source than the one we have is kept beside it, and changes nothing.
        const stays = before !== null && held !== undefined && on < held.confirmedOn;
        return { field: `contract-${field}`, before, after: stays ? before : contractValue(field, value) };
      }),
  ];
}

async function contractThen(db: Db, field: ContractFact, said: string): Promise<ChangeValue> {
  if (field === "commissioner") return payerThen(db, said);
  if (field === "holder")
    return (await findProviderByName(db, said)) ? text(said) : { is: "new-name", key: said };
  return contractValue(field, said);
}

function contractValue(field: ContractFact, said: string | number): ChangeValue {
  if (field === "value-pounds") return text(`£${Number(said).toLocaleString("en-GB")}`);
  const words = String(said);
  if (field === "type") return { is: "contract-type", key: words };
  if (field === "award-route") return { is: "award-route", key: words };
  return field === "starts-on" || field === "ends-on" ? { is: "date", date: words } : text(words);
}

/** A value of a contract that is words, a day or a sum; null where it names another record or nothing. */
function scalar(field: ContractFact, value: unknown): ChangeValue | null {
  return typeof value === "string" || typeof value === "number" ? contractValue(field, value) : null;
}

async function contractNow(db: Db, id: string, field: ContractFact): Promise<ChangeValue | null> {
  const claims = (await findClaimsByRecord(db, "contract", [id])).get(id) ?? [];
  const value = inForce(claims, "contract", field)?.value;
  const said = scalar(field, value);
  if (said) return said;
  const [pointedAt = ""] = idsIn(value);
  const name = (await findRecordNames(db, pointedAt === "" ? [] : [pointedAt])).get(pointedAt)?.name;
  return name === undefined ? null : text(name);
}
