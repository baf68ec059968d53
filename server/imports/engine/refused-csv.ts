import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { AnyActor } from "@/domain/actor";
import { toCsv } from "@/domain/csv-out";
import { problemsWithoutPlace, tellsPlace } from "@/domain/imports/without-place";
import { formatOf } from "@/server/imports/engine/find-format";
import { importWords } from "@/server/imports/engine/import-words";
import { loadImport } from "@/server/imports/engine/load-import";
import { readRows } from "@/server/imports/engine/stored-rows";

/**
 * The refused rows of an import as CSV: their cells under the file's own headings, and behind them what to do.
 * @throws NotAllowedError, NotFoundError
 */
export async function refusedCsv(db: Db, actor: AnyActor, batchId: string): Promise<string> {
  const batch = await loadImport(db, actor, batchId);
  const format = formatOf(batch);
  const words = importWords();
  const refused = (await listRows(db, batchId)).filter(({ outcome }) => outcome === "refused");
  const { header, cells } = await format.refused(db, batch, readRows(format.shape, refused));
  const lines = refused.map(({ number, problems }, at) => [
    ...header.map((_, index) => cells[at]?.[index] ?? ""),
    String(number),
    // A file is passed on: the words that tell a place stay on the page of the row.
    (tellsPlace(problems) ? problemsWithoutPlace(problems) : problems)
      .map((problem) => words.problem(problem))
      .join(" "),
  ]);
  return toCsv([[...header, "Row", "What to do"], ...lines]);
}
