import type { Claim } from "@/domain/claims/claim";
import { byField } from "@/domain/claims/field-order";
import { claimKey, claimsInForce } from "@/domain/claims/in-force";
import { saysTheSame } from "@/domain/same";

/** One fact of a record before and after something happened; null where nothing was said of it. */
export type ChangedClaim<C extends Claim = Claim> = {
  before: C | null;
  after: C | null;
  /** The fact stayed what it was, and another source says so from then on. */
  isSame: boolean;
};

/** What changed between two states of one record, each given by all its claims: fact by fact, in the order of the pages. */
export function changedClaims<C extends Claim>(before: readonly C[], after: readonly C[]): ChangedClaim<C>[] {
  const was = new Map(claimsInForce(before).map((claim) => [claimKey(claim), claim]));
  const is = new Map(claimsInForce(after).map((claim) => [claimKey(claim), claim]));
  const changed: (ChangedClaim<C> & { field: string })[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [then, now] = [was.get(key) ?? null, is.get(key) ?? null];
    const field = now?.field ?? then?.field ?? "";
    if (then?.id === now?.id) continue;
    changed.push({ field, before: then, after: now, isSame: saysTheSame(then?.value, now?.value) });
  }
  return changed
    .sort(byField)
    .map(({ before: then, after: now, isSame }) => ({ before: then, after: now, isSame }));
}
