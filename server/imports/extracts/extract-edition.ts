import type { Db } from "@/db/client";
import { findNewestMonth } from "@/db/queries/extracts";
import { doubtsOfEdition, type EditionDoubt } from "@/domain/imports/batch";
import { classificationInForce } from "@/server/imports/extracts/classification-in-force";

/** What an extract is held against: the newest month that numbers are of, and how many codes are looked up. */
export async function findExtractInForce(db: Db): Promise<{ edition: string | null; places: number }> {
  const { codes } = await classificationInForce(db);
  return { edition: await findNewestMonth(db), places: codes.length };
}

/** Whether an extract looks older than the one in force, or cut. @param codes how many it has outside the register. */
export async function findExtractDoubts(db: Db, month: string, codes: number): Promise<EditionDoubt[]> {
  return doubtsOfEdition({ edition: month, places: codes }, await findExtractInForce(db), "extract-short");
}

/** True once a newer month is in force: another extract may have been approved since this one was previewed. */
export async function isExtractOvertaken(db: Db, month: string): Promise<boolean> {
  const newest = await findNewestMonth(db);
  return newest !== null && month < newest;
}
