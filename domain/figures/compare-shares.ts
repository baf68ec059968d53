import { type Range, rankedRanges } from "@/domain/figures/ranked-ranges";
import {
  type CareCell,
  isOutside,
  percentOf,
  type Share,
  type ShareOfCare,
} from "@/domain/figures/share-of-care";
import type { Definition } from "@/domain/providers/legal-form";

/** What health bodies can be put in order by: the share of all treatment, with an admission, without one; or their names. */
export const COMPARE_ORDERS = ["all", "admitted", "non-admitted", "name"] as const;
export type CompareOrder = (typeof COMPARE_ORDERS)[number];

/**
 * With fewer treatments completed in the month a health body is not put in order: ten patients more or less would move its share
 * by a whole percentage point. docs/how-we-count.md.
 */
export const ENOUGH_TREATMENTS = 1000;

/** Treatment by organisations of a kind that no source gives: it may have been done outside, or not. */
export type NotKnown = Readonly<Record<Column, number>>;
const COLUMNS = ["together", "admitted", "nonAdmitted"] as const;
type Column = (typeof COLUMNS)[number];

/** `rank` counts from 1 for the largest share; null in the order of names, and where another's range meets its own. */
export type RankedShare<Row> = Row & { rank: number | null };
export type ShareComparison<Row> = { ranked: RankedShare<Row>[]; notEnough: Row[] };

type Comparable = { name: string; share: ShareOfCare; notKnown: NotKnown };

/** The column that an order goes by. */
export function columnOf(order: CompareOrder): Column {
  if (order === "admitted") return "admitted";
  return order === "non-admitted" ? "nonAdmitted" : "together";
}

/** What the share leaves out because no source gives the kind of who did it, by column. */
export function notKnownOf(cells: Iterable<CareCell>, definition: Definition): NotKnown {
  const sum = { together: 0, admitted: 0, nonAdmitted: 0 };
  for (const { kind, admitted, nonAdmitted } of cells) {
    if (kind !== "unknown" || isOutside(kind, definition)) continue;
    sum.admitted += admitted;
    sum.nonAdmitted += nonAdmitted;
    sum.together += admitted + nonAdmitted;
  }
  return sum;
}

/**
 * A share as it is printed, in hundred to one decimal: from what is known to be outside to that with all that is not known.
 * Null of nothing.
 */
export function percentRange({ outside, all }: Share, notKnown: number): Range | null {
  const low = percentOf({ outside, all });
  const high = percentOf({ outside: outside + notKnown, all });
  return low === null || high === null ? null : { low, high };
}

/**
 * Health bodies in order, the largest share first; apart from them those with too little treatment to be compared, by name.
 * Two that read the same, or of which what is not known could turn the order round, have no rank.
 */
export function compareShares<Row extends Comparable>(
  rows: readonly Row[],
  order: CompareOrder,
): ShareComparison<Row> {
  const column = columnOf(order);
  const byName = [...rows].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const isEnough = ({ share }: Row) => share[column].all >= ENOUGH_TREATMENTS;
  const notEnough = byName.filter((row) => !isEnough(row));
  const enough = byName.filter(isEnough);
  if (order === "name") return { ranked: enough.map((row) => ({ ...row, rank: null })), notEnough };
  const withRange = enough.map((row) => ({
    row,
    range: percentRange(row.share[column], row.notKnown[column]) ?? { low: 0, high: 0 },
  }));
  const sorted = withRange.sort((a, b) => b.range.low - a.range.low || b.range.high - a.range.high);
  const ranks = rankedRanges(sorted.map(({ range }) => range));
  return { ranked: sorted.map(({ row }, at) => ({ ...row, rank: ranks[at] ?? null })), notEnough };
}
