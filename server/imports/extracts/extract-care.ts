import type { Db } from "@/db/client";
import { completeCareMonth, findTrustsCare } from "@/db/queries/care-months";
import { careByPayer, type PaidCare } from "@/domain/figures/care-by-payer";
import { isLeftOut } from "@/domain/imports/outcome";
import { careOf } from "@/ingest/build/build-waiting-times";
import type { TalliedExtract } from "@/ingest/build/tally-extract";
import type { PlannedExtractRow } from "@/server/imports/extracts/plan-code";

/** What NHS trusts completed in an extract, by payer. */
export function trustsCare({ byProvider }: TalliedExtract, trusts: ReadonlySet<string>) {
  const own = [...byProvider].filter(([code]) => trusts.has(code));
  return careByPayer(own.flatMap(([, tally]) => careOf(tally, "nhs-trust")));
}

/**
 * Adds everybody's completed treatment up, once it is known who is behind every code of the extract: as long as one is
 * refused its patients would be counted as treated outside the NHS, or as treated by nobody. What an importer said of a
 * code is known once it was approved.
 * @param selected the numbers of the rows that are approved.
 * @returns whether the month is complete.
 */
export async function completeMonth(
  db: Db,
  batchId: string,
  rows: readonly PlannedExtractRow[],
  selected: ReadonlySet<number>,
): Promise<boolean> {
  const filed = rows.filter(({ item }) => "filed" in item);
  if (!filed.every((row) => row.kind !== null && isApproved(row, selected))) return false;
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

/** An answer that makes no record is never among the selected: it counts unless its importer left the row out. */
function isApproved(
  { number, item: { answer }, outcome, decision }: PlannedExtractRow,
  selected: ReadonlySet<number>,
): boolean {
  if (answer === null || selected.has(number)) return true;
  return outcome === "unchanged" && !isLeftOut(decision);
}
