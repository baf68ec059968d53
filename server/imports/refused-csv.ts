import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { AnyActor } from "@/domain/actor";
import { toCsv } from "@/domain/imports/csv-out";
import { namesHidden, withoutPlace } from "@/domain/imports/without-place";
import { importWords } from "@/server/imports/import-words";
import { loadImport } from "@/server/imports/load-import";
import { isRegister } from "@/server/imports/register-approval";
import { cellOf } from "@/server/imports/register-batch";
import { findAreaOnlyRule } from "@/server/records/area-only";

/**
 * The refused rows of an import as CSV: their cells under the file's own headings, and behind them what to do.
 * @throws NotAllowedError, NotFoundError
 */
export async function refusedCsv(db: Db, actor: AnyActor, batchId: string): Promise<string> {
  const batch = await loadImport(db, actor, batchId);
  const { header, mapping, format } = batch;
  const isHidden = await findAreaOnlyRule(db);
  const words = importWords();
  const refused = (await listRows(db, batchId)).filter(({ outcome }) => outcome === "refused");
  if (format !== "campaign-list") {
    // Such a row holds what it is made from, which is nobody's to repair in a spreadsheet.
    const named = refused.map(({ number, plan, problems }) => [
      ...[plan?.service.name ?? "", String(number)],
      problems.map((problem) => words.problem(problem)).join(" "),
    ]);
    return toCsv([["Name", "Row", "What to do"], ...named]);
  }
  const lines = refused.map(({ number, raw: stored, problems }) => {
    // Until a column is chosen for the category its rows are stored as they came.
    const isToHide = mapping.category === undefined && namesHidden(stored, mapping, isHidden);
    const shown = isRegister(batch) ? [cellOf({ raw: stored })] : stored;
    const raw = isToHide ? withoutPlace(stored, { mapping, width: header.length, areaId: null }) : shown;
    return [
      ...header.map((_, index) => raw[index] ?? ""),
      String(number),
      problems.map((problem) => words.problem(problem)).join(" "),
    ];
  });
  return toCsv([[...header, "Row", "What to do"], ...lines]);
}
