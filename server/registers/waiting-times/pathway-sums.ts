import type { ServiceCategory } from "@/domain/services/category";
import { treatmentFunction } from "@/domain/services/treatment-functions";
import type { FiledProvider, WaitingTimesTable } from "./tables";

/**
 * Fewer pathways than this are not said of anybody: nearly half of the pairs of provider and board are of five patients
 * or fewer, who moved, were away or were filed by mistake, and so few should not be printed.
 */
export const FEWEST_PATHWAYS = 10;

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
  /** Completed treatment by ONS code of the board that paid, of those that paid for enough of it. */
  paidBy: { board: string; completed: number }[];
};

/** Sums a provider's cells by category; categories with too few pathways are left out. */
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
    .filter((sums) => sums.completedAdmitted + sums.completedNonAdmitted + sums.waiting >= FEWEST_PATHWAYS)
    .sort((a, b) => (a.category < b.category ? -1 : 1));
}

/** Boards that paid for enough completed treatment in these cells, most first. */
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
    .filter(([, number]) => number >= FEWEST_PATHWAYS)
    .map(([board, number]) => ({ board, completed: number }))
    .sort((a, b) => b.completed - a.completed || (a.board < b.board ? -1 : 1));
}

function sumsOf(cells: FiledProvider["cells"]): PathwaySums {
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
  for (const [, index, admitted, nonAdmitted, waiting] of cells) {
    const code = functions[index] ?? "";
    size.set(code, (size.get(code) ?? 0) + admitted + nonAdmitted + waiting);
  }
  return [...size]
    .filter(([, pathways]) => pathways > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([code]) => treatmentFunction(code).name);
}
