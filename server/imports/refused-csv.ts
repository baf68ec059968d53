import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { AnyActor } from "@/domain/actor";
import { toCsv } from "@/domain/imports/csv-out";
import { importWords } from "@/server/imports/import-words";
import { loadImport } from "@/server/imports/load-import";
import { isRegister } from "@/server/imports/register-approval";
import { cellOf } from "@/server/imports/register-batch";
import { shownCells } from "@/server/imports/show-rows";
import { findAreaOnlyRule } from "@/server/records/area-only";

/**
 * The refused rows of an import as CSV: their cells under the file's own headings, and behind them what to do.
 * @throws NotAllowedError, NotFoundError
 */
export async function refusedCsv(db: Db, actor: AnyActor, batchId: string): Promise<string> {
  const batch = await loadImport(db, actor, batchId);
  const { header } = batch;
  const isHidden = await findAreaOnlyRule(db);
  const words = importWords();
  const refused = (await listRows(db, batchId)).filter(({ outcome }) => outcome === "refused");
  const lines = refused.map((row) => {
    const { number, problems } = row;
    const raw = isRegister(batch) ? [cellOf(row)] : shownCells(row, batch, isHidden);
    return [
      ...header.map((_, index) => raw[index] ?? ""),
      String(number),
      problems.map((problem) => words.problem(problem)).join(" "),
    ];
  });
  return toCsv([[...header, "Row", "What to do"], ...lines]);
}
