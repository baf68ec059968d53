import { byField } from "@/domain/claims/field-order";
import { type ClaimGroup, groupByQuote } from "@/domain/claims/group-by-quote";
import { type ClaimRead, confirmedInPart, type SourceRead } from "@/domain/claims/reading";

/** What one source bears out: its claims in the order of facts, together where they rest on the same words of it. */
export type SourceGroup = {
  source: SourceRead;
  quotes: readonly ClaimGroup[];
  /** Whether all of it was confirmed and read on the same days, which are then said once. */
  isOfOneDay: boolean;
};

/**
 * One source, what it says: each source once, and first the one that bears out what readers ask first (`FIELD_ORDER`).
 * @param claims of one record, of each field the newest first.
 */
export function groupBySource(claims: readonly ClaimRead[]): SourceGroup[] {
  const bySource = new Map<string, ClaimRead[]>();
  for (const claim of claims.toSorted(byField)) {
    const held = bySource.get(claim.source.id);
    if (held) held.push(claim);
    else bySource.set(claim.source.id, [claim]);
  }
  return [...bySource.values()].flatMap((held) => {
    const [first] = held;
    if (!first) return [];
    const days = new Set(held.map((claim) => `${confirmedInPart(claim)} ${claim.readOn}`));
    return [{ source: first.source, quotes: groupByQuote(held), isOfOneDay: days.size === 1 }];
  });
}
