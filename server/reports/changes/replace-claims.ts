import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Claim, ClaimField } from "@/domain/claims/claim";
import type { ClaimDraft } from "@/server/records/save-records";
import { type CitedSource, fact } from "@/server/reports/publishing/new-service-facts";

/** The claims of a field that hold and say something else; those that agree go on beside what is said now. */
function others(held: readonly Claim[], field: string, value: unknown, key?: string): string[] {
  return held
    .filter((claim) => claim.field === field && claim.supersededBy === null)
    .filter((claim) => key === undefined || (claim.value as { key?: string }).key === key)
    .filter((claim) => !isDeepStrictEqual(claim.value, value))
    .map(({ id }) => id);
}

/**
 * A fact that takes the place of everything else that is said of it, also by newer sources: somebody looked at both.
 * @param key of a field that holds several values: the one that is meant.
 */
export function replacing(
  held: readonly Claim[],
  source: CitedSource,
  field: ClaimField,
  value: unknown,
  key?: string,
): ClaimDraft & { id: string } {
  return { ...fact(source, field, value), id: randomUUID(), supersedes: others(held, field, value, key) };
}
