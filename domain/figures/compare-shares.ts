import { percentOf, type Share, type ShareOfCare } from "@/domain/figures/share-of-care";

/** What health bodies can be put in order by: the share of all treatment, with an admission, without one; or their names. */
export const COMPARE_ORDERS = ["all", "admitted", "non-admitted", "name"] as const;
export type CompareOrder = (typeof COMPARE_ORDERS)[number];

/**
 * With fewer treatments completed in the month a health body is not put in order: ten patients more or less would move its share
 * by a whole percentage point. docs/how-we-count.md.
 */
export const ENOUGH_TREATMENTS = 1000;

/** `rank` counts from 1 for the largest share, the same for equal ones; null in the order of names. */
export type RankedShare<Row> = Row & { rank: number | null };
export type ShareComparison<Row> = { ranked: RankedShare<Row>[]; notEnough: Row[] };

type Comparable = { name: string; share: ShareOfCare };

/** The share that an order goes by. */
export function shareOf({ together, admitted, nonAdmitted }: ShareOfCare, order: CompareOrder): Share {
  if (order === "admitted") return admitted;
  return order === "non-admitted" ? nonAdmitted : together;
}

/** Health bodies in order, the largest share first; apart from them those with too little treatment to be compared, by name. */
export function compareShares<Row extends Comparable>(
  rows: readonly Row[],
  order: CompareOrder,
): ShareComparison<Row> {
  const byName = [...rows].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const isEnough = ({ share }: Row) => shareOf(share, order).all >= ENOUGH_TREATMENTS;
  const notEnough = byName.filter((row) => !isEnough(row));
  const enough = byName.filter(isEnough);
  if (order === "name") return { ranked: enough.map((row) => ({ ...row, rank: null })), notEnough };
  // As it is printed: two health bodies that read the same are not told apart by a decimal that nobody sees.
  const percent = (row: Row) => percentOf(shareOf(row.share, order)) ?? 0;
  const sorted = enough.sort((a, b) => percent(b) - percent(a));
  const ranked = sorted.map((row) => ({
    ...row,
    rank: 1 + sorted.findIndex((other) => percent(other) === percent(row)),
  }));
  return { ranked, notEnough };
}
