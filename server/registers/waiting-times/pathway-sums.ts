import type { FiledProvider, WaitingTimesTable } from "@/db/reference/waiting-times-table";
import type { ServiceCategory } from "@/domain/services/category";
import { treatmentFunction } from "@/domain/services/treatment-functions";

/**
 * A health body is not named as one that paid for fewer treatments than this: nearly half of the pairs of provider and health body are of
 * five patients or fewer, who moved, were away or were filed by mistake. A site and its numbers have no such threshold.
 */
export const FEWEST_PAID_FOR = 10;

export type PathwaySums = {
  completedAdmitted: number;
  completedNonAdmitted: number;
  waiting: number;
  newReferrals: number;
};

/** What a provider code did in one category. */
export type CategorySums = PathwaySums & {
  category: ServiceCategory;
  /** Names of specialties, most treated or waiting first. */
  specialties: string[];
  /** Completed treatment by ONS code of the health body that paid, of those that paid for enough of it. */
  paidBy: { healthBody: string; completed: number }[];
};

/** Sums a provider's cells by category. No patient is left out, so the categories come to what the extract says of the code. */
export function sumsByCategory(table: WaitingTimesTable, { cells }: FiledProvider): CategorySums[] {
  const byCategory = new Map<ServiceCategory, FiledProvider["cells"]>();
  for (const cell of cells) {
    const { category } = treatmentFunction(table.functions[cell[1]] ?? "");
    byCategory.set(category, [...(byCategory.get(category) ?? []), cell]);
  }
  return [...byCategory]
    .map(([category, own]) => ({
      category,
      ...sumsOf(own),
      specialties: specialtiesOf(table, own),
      paidBy: paidBy(table, own),
    }))
    .filter((sums) => counted(sums) > 0)
    .sort((a, b) => (a.category < b.category ? -1 : 1));
}

/** Health bodies that paid for enough completed treatment in these cells, most first. */
export function paidBy(
  { payers }: Pick<WaitingTimesTable, "payers">,
  cells: FiledProvider["cells"],
): CategorySums["paidBy"] {
  const completed = new Map<string, number>();
  for (const [payer, , admitted, nonAdmitted] of cells) {
    const code = payers[payer] ?? "";
    if (!code.startsWith("E54")) continue;
    completed.set(code, (completed.get(code) ?? 0) + admitted + nonAdmitted);
  }
  return [...completed]
    .filter(([, number]) => number >= FEWEST_PAID_FOR)
    .map(([healthBody, number]) => ({ healthBody, completed: number }))
    .sort((a, b) => b.completed - a.completed || (a.healthBody < b.healthBody ? -1 : 1));
}

const counted = ({ completedAdmitted, completedNonAdmitted, waiting, newReferrals }: PathwaySums) =>
  completedAdmitted + completedNonAdmitted + waiting + newReferrals;

/** What a provider's cells come to. */
export function sumsOf(cells: FiledProvider["cells"]): PathwaySums {
  const sums = { completedAdmitted: 0, completedNonAdmitted: 0, waiting: 0, newReferrals: 0 };
  for (const [, , admitted, nonAdmitted, waiting, newPeriods] of cells) {
    sums.completedAdmitted += admitted;
    sums.completedNonAdmitted += nonAdmitted;
    sums.waiting += waiting;
    sums.newReferrals += newPeriods;
  }
  return sums;
}

function specialtiesOf({ functions }: WaitingTimesTable, cells: FiledProvider["cells"]): string[] {
  const size = new Map<string, number>();
  const fresh = new Map<string, number>();
  for (const [, index, admitted, nonAdmitted, waiting, newPeriods] of cells) {
    const code = functions[index] ?? "";
    size.set(code, (size.get(code) ?? 0) + admitted + nonAdmitted + waiting);
    fresh.set(code, (fresh.get(code) ?? 0) + newPeriods);
  }
  const treated = [...size].filter(([, pathways]) => pathways > 0);
  // Where nobody was treated or waits at the month's end, those who were newly sent tell it.
  return (treated.length > 0 ? treated : [...fresh].filter(([, pathways]) => pathways > 0))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code]) => treatmentFunction(code).name);
}
