import { type Db, inTransaction } from "@/db/client";
import { addColumn, type ImportRowStored, listRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { IMPORT_COLUMNS, type ImportColumn } from "@/domain/imports/columns";
import { ROW_DECISIONS } from "@/domain/imports/outcome";
import { audit } from "@/server/audit";
import { findMovable, type ImportBatch, moveImport, type SeenImport } from "@/server/imports/find-import";
import { planAll, type RawWithDecision, rawsOf, readAll, savePlanned } from "@/server/imports/plan-batch";
import { planRows } from "@/server/imports/plan-rows";

/**
 * Writes over the cells of one row, or leaves it out, and previews it again, with those that it repeats or no longer
 * repeats. The file as it was sent is told by the import's hash.
 * @param cells by our columns; one that the file does not have is added to the import, empty for all other rows.
 * @param decision "skip", "other", or anything else for neither.
 */
export async function repairRow(
  db: Db,
  actor: CampaignerActor,
  {
    number,
    cells,
    decision,
    ...seen
  }: SeenImport & { number: number; cells: Partial<Record<ImportColumn, string>>; decision: string },
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const found = await findMovable(transaction, actor, "repair", seen);
    if (found.format !== "campaign-list") throw new NotAllowedError("not-a-list");
    const batch = await withColumnsOf(transaction, found, cells);
    const stored = await listRows(transaction, batch.id);
    const row = stored.find((candidate) => candidate.number === number);
    if (!row) throw new NotFoundError("row of the import");
    const repaired: RawWithDecision = {
      number,
      raw: row.raw.length === 0 ? [] : writeOver(row, batch, cells),
      decision: ROW_DECISIONS.find((known) => known === decision) ?? null,
    };
    const raws = rawsOf(stored).set(number, repaired);
    const planned = await planTouched(transaction, batch, stored, raws, number);
    const counts = await savePlanned(transaction, batch, planned, raws);
    const { header, mapping } = batch;
    await moveImport(transaction, batch, { counts, header, mapping });
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.row-repaired", subject, { number, decision: repaired.decision });
  });
}

/** The import with a column for everything that is said of the row. */
async function withColumnsOf(
  db: Db,
  batch: ImportBatch,
  cells: Partial<Record<ImportColumn, string>>,
): Promise<ImportBatch> {
  const header = [...batch.header];
  const mapping = { ...batch.mapping };
  for (const column of IMPORT_COLUMNS) {
    if (mapping[column] !== undefined || !cells[column]?.trim()) continue;
    await addColumn(db, batch.id, header.length);
    mapping[column] = header.length;
    header.push(newHeading(column, header));
  }
  return { ...batch, header, mapping };
}

/** As in the template, unless the file has a column of that name which was not chosen. */
function newHeading(column: ImportColumn, header: readonly string[]): string {
  const heading = column.replaceAll("-", " ");
  const isTaken = header.some((other) => other.toLowerCase() === heading);
  return isTaken ? `${heading} (added)` : heading;
}

function writeOver(
  { raw }: ImportRowStored,
  { header, mapping }: ImportBatch,
  cells: Partial<Record<ImportColumn, string>>,
): string[] {
  const written = header.map((_, index) => raw[index] ?? "");
  for (const column of IMPORT_COLUMNS) {
    const at = mapping[column];
    const text = cells[column];
    if (at !== undefined && text !== undefined) written[at] = text;
  }
  return written;
}

/** Above this many rows only those are planned again that one repair can touch. */
const FEW = 500;

async function planTouched(
  db: Db,
  batch: ImportBatch,
  stored: readonly ImportRowStored[],
  raws: ReadonlyMap<number, RawWithDecision>,
  number: number,
) {
  const ofFile = [...raws.values()].filter(({ raw }) => raw.length > 0);
  // What an earlier list named may be in this one now, so a complete list is planned whole.
  if (stored.length <= FEW || batch.isComplete) return planAll(db, batch, [...raws.values()]);
  const before = new Map(stored.map((row) => [row.number, row]));
  const touched = readAll(batch, ofFile).filter((reading) => {
    const was = before.get(reading.number);
    const isRepeat = [...reading.problems, ...(was?.problems ?? [])].some(({ code }) => /-twice$/.test(code));
    return reading.number === number || isRepeat || (reading.row === null) !== (was?.outcome === "refused");
  });
  return planRows(db, touched, { source: batch.source, today: ukToday() });
}
