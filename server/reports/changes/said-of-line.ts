import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { findCommissionerByName } from "@/db/queries/report-records";
import { findContractByReference, listLines } from "@/db/queries/service-lines";
import { saysSo } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import { idsIn } from "@/domain/claims/reading";
import { writtenName } from "@/domain/names/plain-name";
import type { Correction } from "@/domain/reports/change-proposals";
import {
  type ContractFact,
  contractFactOf,
  factsOfContract,
  isDropping,
  type LineFact,
  newContractSchema,
} from "@/domain/reports/service-lines";
import type { ChangedEntry } from "@/server/reports/changes/changed-entry";
import { FIELD_DROPPED } from "@/server/reports/changes/draft-line";
import { type FindEntry, type SaidFact, saidFactsOf } from "@/server/reports/changes/said-facts";
import { findProvidersMeant } from "@/server/reports/publishing/alike-providers";

type Asked = {
  /** The service. */
  entry: ChangedEntry;
  field: LineFact;
  correction: Correction;
  find: FindEntry;
};

/**
 * The facts by which a service says already who pays for it, what contract it runs under or what area it serves, as a report says; none
 * where it does not. What is said of a contract or of who pays is a fact of that record, as long as the service has that line and it may be named.
 */
export async function factsOfSaidLine(db: Db, asked: Asked): Promise<SaidFact[]> {
  const { entry, field, correction, find } = asked;
  const { lineId = "", proposed } = correction;
  if (isDropping(field)) return lineFacts(entry, FIELD_DROPPED[field][0], lineId, false);
  if (field === "serves-area") return lineFacts(entry, field, String(proposed), true);
  if (field === "commissioner") {
    const payer = await findCommissionerByName(db, String(proposed));
    return payer ? lineFacts(entry, field, payer.id, true) : [];
  }
  if (field === "contract") return factsOfNew(db, asked);
  if (!(await listLines(db, entry.id)).some(({ id }) => id === lineId)) return [];
  if (field === "commissioner-name") {
    const payer = await find(db, { type: "commissioner", id: lineId });
    return payer?.says("name") === proposed ? saidFactsOf(payer, ["name"]) : [];
  }
  const contract = await find(db, { type: "contract", id: lineId });
  const fact = contractFactOf(field);
  if (!contract || !fact) return [];
  return (await isSaid(db, contract, fact, String(proposed))) ? saidFactsOf(contract, [fact]) : [];
}

/** That this record is a line of the service, or that it is not. */
function lineFacts(entry: ChangedEntry, field: string, id: string, isSo: boolean): SaidFact[] {
  return claimsInForce(entry.claims)
    .filter((held) => held.field === field && saysSo(held.value) === isSo && idsIn(held.value)[0] === id)
    .map(({ recordType, recordId, field: known, value }) => ({ recordType, recordId, field: known, value }));
}

/** A contract that is said to be missing and is there under its reference, with all that is said of it. */
async function factsOfNew(db: Db, { entry, correction, find }: Asked): Promise<SaidFact[]> {
  const said = newContractSchema.parse(correction.proposed);
  const id =
    said.noticeReference === "" ? undefined : await findContractByReference(db, said.noticeReference);
  const line = id === undefined ? [] : lineFacts(entry, "contract", id, true);
  const contract =
    id === undefined || line.length === 0 ? undefined : await find(db, { type: "contract", id });
  if (!contract) return [];
  const facts = factsOfContract(said);
  for (const [field, value] of facts) if (!(await isSaid(db, contract, field, String(value)))) return [];
  return [
    ...line,
    ...saidFactsOf(
      contract,
      facts.map(([field]) => field),
    ),
  ];
}

async function isSaid(db: Db, contract: ChangedEntry, field: ContractFact, given: string): Promise<boolean> {
  const says = contract.says(field);
  if (field === "value-pounds") return says === Number(given);
  if (field === "holder") {
    const named = (await findProvidersMeant(db, [given])).get(given);
    return named !== undefined && isDeepStrictEqual(says, { providerId: named.id });
  }
  if (field === "commissioner") {
    const payer = await findCommissionerByName(db, given);
    return payer !== undefined && isDeepStrictEqual(says, { commissionerId: payer.id });
  }
  return typeof says === "string" && writtenName(says) === writtenName(given);
}
