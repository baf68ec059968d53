import type { Claim, ClaimField } from "@/domain/claims/claim";
import { claimsInForce } from "@/domain/claims/in-force";
import type { RowChange } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { saysTheSame } from "@/domain/same";

/** A fact that a row states of its service. `value` as in `CLAIM_FIELDS.service`; `words` for a person. */
export type Fact = { field: ClaimField; value: unknown; words: string };

/** Ids of the records that a row refers to; null for one that would be made with it. */
export type RowRefs = {
  providerId: string | null;
  commissionerId: string | null;
  contractId: string | null;
};

/** Of what type the contract of a row is; null where it says nothing of one. That its type is not known is nothing without more. */
export function contractOfRow({ contractType, notice }: Pick<ImportRow, "contractType" | "notice">) {
  if (contractType !== null && contractType !== "unknown") return contractType;
  return notice ? ("unknown" as const) : null;
}

/** What a row says of a service, besides where it is and what it is called. */
export function factsOfRow(row: ImportRow, refs: RowRefs): Fact[] {
  const facts: Fact[] = [];
  if (row.status === "ended") facts.push({ field: "may-have-ended", value: "reported", words: "reported" });
  else facts.push({ field: "status", value: row.status, words: row.status });
  if (row.provider !== null)
    facts.push({ field: "provider", value: { providerId: refs.providerId }, words: row.provider });
  else if (row.providerKind !== null && row.providerKind !== "not-known")
    facts.push({ field: "provider-kind", value: row.providerKind, words: row.providerKind });
  if (row.commissioner !== null)
    facts.push({
      field: "commissioner",
      value: { commissionerId: refs.commissionerId },
      words: row.commissioner,
    });
  const contract = contractOfRow(row);
  if (contract !== null)
    facts.push({
      field: "contract",
      value: { contractId: refs.contractId },
      words: row.notice?.reference || contract,
    });
  if (row.startedOn !== null) facts.push({ field: "started-on", value: row.startedOn, words: row.startedOn });
  return facts;
}

/** The import's source as it is stored, if it is, and the day on which it confirmed what it says. */
export type CitedImport = { sourceId: string | null; confirmedOn: string };

/**
 * What a fact would add to the claims that are there: nothing where this source said so before, or where it is in force
 * and confirmed as lately. So a file that was imported changes nothing when it is imported again.
 * @param claims all claims of the service.
 * @param held what the claim in force says, in words.
 */
export function changeOf(
  fact: Fact,
  claims: readonly Claim[],
  { sourceId, confirmedOn }: CitedImport,
  held: (claim: Claim) => string | null = ({ value }) => (typeof value === "string" ? value : null),
): RowChange | null {
  const ofField = claims.filter(({ field }) => field === fact.field);
  if (ofField.some((claim) => claim.sourceId === sourceId && saysTheSame(claim.value, fact.value)))
    return null;
  const inForce = claimsInForce(ofField);
  const same = inForce.find(({ value }) => saysTheSame(value, fact.value));
  const { field, words: to } = fact;
  if (same) return confirmedOn > same.confirmedOn ? { field, kind: "confirms", from: held(same), to } : null;
  const [other] = inForce;
  // A service can run under several contracts: one more takes nothing away.
  if (!other || other.value === null || field === "contract") return { field, kind: "sets", from: null, to };
  const kind = confirmedOn >= other.confirmedOn ? "changes" : "contradicts";
  return { field, kind, from: held(other), to };
}
