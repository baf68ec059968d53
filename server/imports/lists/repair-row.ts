import { type Db, inTransaction } from "@/db/client";
import { countRows, findRow } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { isLeftOut, ROW_DECISIONS } from "@/domain/imports/outcome";
import { type PlannedBefore, tiesOf } from "@/domain/imports/rows-before";
import { audit } from "@/server/audit";
import { type ImportBatch, moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import type { StoredRow } from "@/server/imports/engine/import-format";
import { previewAgain } from "@/server/imports/engine/preview-import";
import { readRows, readRowsInSlices, savePlanned, writeRows } from "@/server/imports/engine/stored-rows";
import { isList } from "@/server/imports/lists/is-list";
import { listShape } from "@/server/imports/lists/list-item";
import { readerOf, storedDateOrder, withItems } from "@/server/imports/lists/plan-batch";
import { rowPlanner, type ToPlan } from "@/server/imports/lists/plan-rows";
import { withColumnsOf } from "@/server/imports/lists/with-columns";

/**
 * Writes over the cells of one row, or leaves it out, and previews it again, with those that it repeats or no longer
 * repeats. The file as it was sent is told by the import's hash.
 * @param cells by our columns; one that the file does not have is added to the import, empty for all other rows.
 * @param decision "skip", "other", or anything else for neither.
 * @param isEverywhere what is changed is changed in every row that has the same in that column; the decision is this row's alone.
 */
export async function repairRow(
  db: Db,
  actor: CampaignerActor,
  {
    number,
    cells,
    decision,
    isEverywhere = false,
    ...seen
  }: SeenImport & {
    number: number;
    cells: Partial<Record<ImportColumn, string>>;
    decision: string;
    isEverywhere?: boolean;
  },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const found = await findMovable(transaction, actor, "repair", seen);
    if (!isList(found)) throw new NotAllowedError("not-a-list");
    const batch = await withColumnsOf(transaction, found, cells);
    const row = await findListRow(transaction, batch.id, number);
    const repaired = {
      ...row,
      item: row.item.length === 0 ? [] : writeOver(row, batch, cells),
      decision: ROW_DECISIONS.find((known) => known === decision) ?? null,
    };
    await writeRows(transaction, listShape, [repaired]);
    const others = isEverywhere ? await repairOthers(transaction, batch, row.item, repaired.item) : 0;
    const counts =
      others > 0 ? await previewAgain(transaction, batch) : await planTouched(transaction, batch, number);
    const { header, mapping } = batch;
    await moveImport(transaction, batch, { counts, header, mapping });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, {
      number,
      decision: repaired.decision,
      others,
    });
  });
}

/** @throws NotFoundError */
async function findListRow(db: Db, batchId: string, number: number): Promise<StoredRow<string[]>> {
  const stored = Number.isSafeInteger(number) ? await findRow(db, batchId, number) : undefined;
  const [row] = stored ? readRows(listShape, [stored]) : [];
  if (!row) throw new NotFoundError("row of the import");
  return row;
}

function writeOver(
  { item }: StoredRow<string[]>,
  { header, mapping }: ImportBatch,
  cells: Partial<Record<ImportColumn, string>>,
): string[] {
  const written = header.map((_, index) => item[index] ?? "");
  for (const column of IMPORT_COLUMNS) {
    const at = mapping[column];
    const text = cells[column];
    if (at !== undefined && text !== undefined) written[at] = text;
  }
  return written;
}

/** Writes what was changed in one row over the same cells of all others. @returns how many rows that changed. */
async function repairOthers(
  db: Db,
  { id }: ImportBatch,
  was: readonly string[],
  now: readonly string[],
): Promise<number> {
  const changes = now.flatMap((to, at) => ((was[at] ?? "") === to ? [] : [{ at, from: was[at] ?? "", to }]));
  let count = 0;
  if (changes.length === 0) return count;
  for await (const slice of readRowsInSlices(db, listShape, id)) {
    const others = slice.flatMap((row) => {
      if (row.item.length === 0) return [];
      const item = [...row.item];
      for (const { at, from, to } of changes) if ((row.item[at] ?? "") === from) item[at] = to;
      return item.some((cell, at) => cell !== row.item[at]) ? [{ ...row, item }] : [];
    });
    await writeRows(db, listShape, others);
    count += others.length;
  }
  return count;
}

/** Above this many rows only those are planned again that one repair can touch. */
const FEW = 500;

/** @returns the counts of the whole import. */
async function planTouched(db: Db, batch: ImportBatch, number: number): Promise<Record<string, number>> {
  // What an earlier list named may be in this one now, so a complete list is planned whole.
  if ((batch.counts.rows ?? 0) <= FEW || batch.isComplete) return previewAgain(db, batch);
  const order = await storedDateOrder(db, batch);
  const read = readerOf(batch, order);
  const isTied = await tiedTo(db, batch, number, readerOf(batch, order));
  const touched: { reading: ToPlan; stored: StoredRow<string[]> }[] = [];
  const others: PlannedBefore[] = [];
  for await (const slice of readRowsInSlices(db, listShape, batch.id))
    for (const stored of slice) {
      if (stored.item.length === 0) continue;
      const reading = read(stored);
      const isRepeat = [...reading.problems, ...stored.problems].some(({ code }) => /-twice$/.test(code));
      const isOther = (reading.row === null) !== (stored.outcome === "refused");
      if (isTied(stored) || isRepeat || isOther) touched.push({ reading, stored });
      else others.push({ ...stored, row: stored.parsed });
    }
  const planned = await rowPlanner(db, batch.source, others)(touched.map(({ reading }) => reading));
  const items = touched.map(({ stored }) => stored);
  await savePlanned(db, listShape, batch.id, await withItems(db, batch, planned, items));
  return countRows(db, batch.id);
}

/**
 * Which rows a repair can change: its own, those that were told by what it would make, and those behind it that share a
 * place or provider which no row before it names. To be asked in the order of the file.
 */
async function tiedTo(
  db: Db,
  batch: ImportBatch,
  number: number,
  read: (row: StoredRow<string[]>) => ToPlan,
): Promise<(stored: StoredRow<string[]>) => boolean> {
  const repaired = await findListRow(db, batch.id, number);
  const asItWasAndIs = [repaired.parsed, read(repaired).row];
  const ties = new Set(asItWasAndIs.flatMap((row) => (row ? tiesOf(row) : [])));
  return ({ number: other, parsed, plan, decision }) => {
    if (other === number || plan?.place?.row === number || plan?.provider?.row === number) return true;
    const shared = parsed ? tiesOf(parsed).filter((tie) => ties.has(tie)) : [];
    if (other > number) return shared.length > 0;
    // What a row before it makes is there for all behind that, whatever becomes of this one.
    if (plan && !isLeftOut(decision)) for (const tie of shared) ties.delete(tie);
    return false;
  };
}
