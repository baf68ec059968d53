import type { Representative } from "@/domain/areas/representative";
import { type CsvRow, readCsvRows } from "./csv-rows";
import { IngestRefusal } from "./refusal";

const COLUMNS = ["PCON24CD", "MP", "ID", "TheyWorkForYou URI", "Start date", "Party name"] as const;

/**
 * Reads the list of sitting MPs that mySociety compiles from Parliament's members data.
 * @param asOf month of the list, such as 2026-04; the file does not say it itself.
 */
export function readMembersOfParliament(file: string, text: string, asOf: string): Representative[] {
  return readCsvRows(file, text, COLUMNS).map((row) => representative(file, row, asOf));
}

function representative(
  file: string,
  { line, cells }: CsvRow<(typeof COLUMNS)[number]>,
  asOf: string,
): Representative {
  const parliamentId = Number(cells.ID);
  if (!Number.isInteger(parliamentId) || parliamentId <= 0) {
    throw new IngestRefusal(file, `"${cells.ID}" is not a member's id`, line, "ID");
  }
  const url = cells["TheyWorkForYou URI"];
  if (!url.startsWith("https://www.theyworkforyou.com/")) {
    throw new IngestRefusal(file, `"${url}" is not a TheyWorkForYou address`, line, "TheyWorkForYou URI");
  }
  const startDate = cells["Start date"].slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(startDate)) {
    throw new IngestRefusal(file, `"${cells["Start date"]}" is not a date`, line, "Start date");
  }
  if (cells.MP === "") throw new IngestRefusal(file, "no name", line, "MP");
  return {
    constituencyCode: cells.PCON24CD,
    name: cells.MP,
    party: cells["Party name"],
    theyWorkForYouUrl: url,
    parliamentId,
    startDate,
    asOf,
  };
}
