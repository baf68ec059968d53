import type { Db } from "@/db/client";
import { calmRows, countRows } from "@/db/queries/imports";
import { formatOf } from "@/server/imports/engine/find-format";
import type { ImportBatch } from "@/server/imports/engine/find-import";
import type { ReadImport } from "@/server/imports/engine/import-format";
import { readRowsInSlices, savePlanned } from "@/server/imports/engine/stored-rows";

/** @param done how many rows were planned so far. */
type Told = (done: number) => void;

/**
 * Plans what was read for an import, and stores what each row would do as its preview.
 * @returns the counts of the whole import.
 */
export async function preview(
  db: Db,
  batch: ImportBatch,
  { items, dates, repeated }: Pick<ReadImport, "items" | "dates" | "repeated">,
  told: Told,
): Promise<Record<string, number>> {
  const format = formatOf(batch);
  const more: Record<string, number> = {};
  let [rows, done] = [0, 0];
  for await (const planned of format.plan(db, batch, items(db, batch.id), dates)) {
    const news = planned.filter(({ number, outcome }) => number !== null || outcome !== "unchanged");
    const first = rows;
    await savePlanned(
      db,
      format.shape,
      batch.id,
      news.map((row, index) => ({ ...row, number: row.number ?? first + index + 1 })),
    );
    for (const [name, count] of Object.entries(format.tally(news))) more[name] = (more[name] ?? 0) + count;
    rows += news.length;
    done += planned.length;
    told(done);
  }
  const before = repeated();
  const without = before === null ? null : before + done - rows;
  return countsOf({ ...(await countRows(db, batch.id)), ...more }, without);
}

/**
 * Previews all stored rows of an import anew: they would do something else now, or something was said of them. A row that is
 * not planned any more does nothing.
 * @returns the counts of the whole import.
 */
export async function previewAgain(db: Db, batch: ImportBatch): Promise<Record<string, number>> {
  const format = formatOf(batch);
  const more: Record<string, number> = {};
  const numbers: number[] = [];
  for await (const planned of format.plan(db, batch, readRowsInSlices(db, format.shape, batch.id))) {
    await savePlanned(db, format.shape, batch.id, planned);
    for (const [name, count] of Object.entries(format.tally(planned))) more[name] = (more[name] ?? 0) + count;
    for (const { number } of planned) if (number !== null) numbers.push(number);
  }
  await calmRows(db, batch.id, numbers);
  return countsOf({ ...(await countRows(db, batch.id)), ...more }, batch.counts.repeated ?? null);
}

function countsOf(counts: Record<string, number>, repeated: number | null): Record<string, number> {
  if (repeated === null) return counts;
  const { rows = 0, unchanged = 0 } = counts;
  return { ...counts, rows: rows + repeated, unchanged: unchanged + repeated, repeated };
}
