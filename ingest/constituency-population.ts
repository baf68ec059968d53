import { readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

/** Reads the mid-year population of each constituency: `PCON24CD` and `total` (people of all ages). */
export function readConstituencyPopulation(file: string, text: string): Map<string, number> {
  const populations = new Map<string, number>();
  for (const { line, cells } of readCsvRows(file, text, ["PCON24CD", "total"])) {
    const total = Number(cells.total);
    if (!Number.isInteger(total) || total <= 0) {
      throw new IngestRefusal(file, `"${cells.total}" is not a number of people`, line, "total");
    }
    if (populations.has(cells.PCON24CD)) {
      throw new IngestRefusal(file, `${cells.PCON24CD} appears twice`, line, "PCON24CD");
    }
    populations.set(cells.PCON24CD, total);
  }
  return populations;
}
