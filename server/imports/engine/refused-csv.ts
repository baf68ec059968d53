import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { AnyActor } from "@/domain/actor";
import { DATA_FORMATS } from "@/domain/imports/batch";
import { toCsv } from "@/domain/imports/csv-out";
import { problemsWithoutPlace, tellsPlace } from "@/domain/imports/without-place";
import { importWords } from "@/server/imports/engine/import-words";
import { loadImport } from "@/server/imports/engine/load-import";
import { shownCells } from "@/server/imports/engine/show-rows";
import { isRegister } from "@/server/imports/registers/register-approval";
import { cellOf } from "@/server/imports/registers/register-batch";
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
  if (DATA_FORMATS.some((format) => format === batch.format)) {
    // Such a row holds what it is made from, which is nobody's to repair in a spreadsheet.
    const named = refused.map(({ number, plan, problems }) => [
      ...[plan?.service.name ?? "", String(number)],
      problems.map((problem) => words.problem(problem)).join(" "),
    ]);
    return toCsv([["Name", "Row", "What to do"], ...named]);
  }
  const lines = refused.map((row) => {
    const { number, problems } = row;
    const raw = isRegister(batch) ? [cellOf(row)] : shownCells(row, batch, isHidden);
    return [
      ...header.map((_, index) => raw[index] ?? ""),
      String(number),
      // A file is passed on: the words that tell a place stay on the page of the row.
      (tellsPlace(problems) ? problemsWithoutPlace(problems) : problems)
        .map((problem) => words.problem(problem))
        .join(" "),
    ];
  });
  return toCsv([[...header, "Row", "What to do"], ...lines]);
}
