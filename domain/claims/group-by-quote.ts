import { basisOf } from "@/domain/claims/basis";
import { type ClaimRead, confirmedInPart } from "./reading";

/** Claims that rest in the same way on the same words of a source, confirmed and read on the same days. Never empty. */
export type ClaimGroup = readonly [ClaimRead, ...ClaimRead[]];

/**
 * Puts claims with the same quote together, so that it is printed once; otherwise the order stays: a group stands where
 * its first claim stood. A quote that is hidden is not known to be the same as another.
 */
export function groupByQuote(claims: readonly ClaimRead[]): ClaimGroup[] {
  const groups = new Map<string, [ClaimRead, ...ClaimRead[]]>();
  for (const claim of claims) {
    const { id, source, says, field, readOn } = claim;
    const key =
      says === null
        ? id
        : JSON.stringify([source.id, says, basisOf(says, field), confirmedInPart(claim), readOn]);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}
