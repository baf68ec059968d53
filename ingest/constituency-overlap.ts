import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** How much of a constituency of 2010 is in one of 2024, by people (0 to 1). */
export type ConstituencyOverlap = { from: string; to: string; share: number };

const COLUMNS = ["code_2010", "code_2024", "share_of_old_population"] as const;
const CODE = /^(E14|S14|W07|N0[56])\d{6}$/;
/** The publisher rounds each share to two decimals, and one constituency has up to seven. */
const ROUNDING = 0.08;

/**
 * Reads mySociety's table of constituencies of 2010 and 2024.
 * @throws IngestRefusal naming row and column; also where the shares of one old constituency do not come to one.
 */
export function readConstituencyOverlap(file: string, text: string): ConstituencyOverlap[] {
  const sums = new Map<string, { sum: number; line: number }>();
  const rows = readCsvRows(file, text, COLUMNS).map(({ line, cells }) => {
    const refuse = (column: (typeof COLUMNS)[number], reason: string) =>
      new IngestRefusal(file, reason, line, column);
    for (const column of ["code_2010", "code_2024"] as const) {
      if (!CODE.test(cells[column])) throw refuse(column, `"${cells[column]}" is not a constituency's code`);
    }
    const share = Number(cells.share_of_old_population);
    if (cells.share_of_old_population === "" || !(share >= 0 && share <= 1)) {
      throw refuse(
        "share_of_old_population",
        `"${cells.share_of_old_population}" is not a share from 0 to 1`,
      );
    }
    const before = sums.get(cells.code_2010);
    sums.set(cells.code_2010, { sum: (before?.sum ?? 0) + share, line: before?.line ?? line });
    return { from: cells.code_2010, to: cells.code_2024, share };
  });
  for (const [code, { sum, line }] of sums) {
    if (Math.abs(sum - 1) > ROUNDING) {
      const reason = `the shares of ${code} come to ${sum.toFixed(2)}, not 1`;
      throw new IngestRefusal(file, reason, line, "share_of_old_population");
    }
  }
  return rows;
}
