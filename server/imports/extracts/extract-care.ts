import type { Db } from "@/db/client";
import { completeCareMonth, findTrustsCare } from "@/db/queries/care-months";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";
import { careOf } from "@/server/ingest/build-waiting-times";
import type { TalliedExtract } from "@/server/ingest/tally-extract";
import { careByPayer, type PaidCare } from "@/server/registers/waiting-times/care-by-payer";

/** What NHS trusts completed in an extract, by payer. */
export function trustsCare({ byProvider }: TalliedExtract, trusts: ReadonlySet<string>) {
  const own = [...byProvider].filter(([code]) => trusts.has(code));
  return careByPayer(own.flatMap(([, tally]) => careOf(tally, "nhs-trust")));
}

/**
 * Adds everybody's completed treatment up, once it is known who is behind every code of the extract: as long as one is
 * refused its patients would be counted as treated outside the NHS, or as treated by nobody.
 * @returns whether the month is complete.
 */
export async function completeMonth(
  db: Db,
  batchId: string,
  rows: readonly PlannedExtractRow[],
): Promise<boolean> {
  const filed = rows.filter(({ item }) => "filed" in item);
  if (filed.some(({ kind }) => kind === null)) return false;
  const trusts = await findTrustsCare(db, batchId);
  const care: PaidCare[] = trusts.flatMap(({ payer, cells }) => cells.map((cell) => ({ payer, ...cell })));
  for (const { item, kind } of filed) {
    if (!("filed" in item) || kind === null) continue;
    for (const [payer, code, admitted, nonAdmitted] of item.filed.cells)
      care.push({ payer, kind, function: code, admitted, nonAdmitted });
  }
  await completeCareMonth(db, batchId, careByPayer(care));
  return true;
}
