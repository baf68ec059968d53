import type { Db } from "@/db/client";
import { findNewestCareMonth } from "@/db/queries/care-months";
import { readShareOfCareTable, type ShareOfCareTable } from "@/db/reference/waiting-times-table";

/**
 * Who did how much of the treatment completed in the newest month that we have: that of the last approved extract, else
 * what the project ships.
 */
export async function readShareOfCare(db: Db): Promise<ShareOfCareTable> {
  const shipped = readShareOfCareTable();
  const approved = await findNewestCareMonth(db);
  return approved !== undefined && approved.period >= shipped.period ? approved : shipped;
}
