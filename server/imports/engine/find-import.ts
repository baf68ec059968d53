import type { Db } from "@/db/client";
import { type BatchRow, findBatch, updateBatch } from "@/db/queries/batches";
import { ConflictError, NotFoundError } from "@/domain/errors";
import type { ImportSource } from "@/domain/imports/batch";
import type { ColumnMapping } from "@/domain/imports/columns";
import { handleOf } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";

/** An import as a page or a form saw it; forms send the version as text. */
export type SeenImport = { batchId: string; version: string | number };

/** A batch that somebody imported: what the project ships has no format and is none. */
export type ImportBatch = BatchRow & {
  format: string;
  source: ImportSource;
  header: string[];
  mapping: ColumnMapping;
};

/** @throws NotFoundError for what is no import. */
export async function findImport(db: Db, id: string): Promise<ImportBatch> {
  const batch = isUuid(id) ? await findBatch(db, id) : undefined;
  if (!batch?.format || !batch.source || !batch.header || !batch.mapping) throw new NotFoundError("import");
  return batch as ImportBatch;
}

function lastMover({ undoneBy, refusedBy, approvedBy, importedBy }: BatchRow): string {
  return undoneBy ?? refusedBy ?? approvedBy ?? importedBy;
}

/**
 * Changes an import that nobody has changed since it was read.
 * @throws ConflictError when somebody was first, with who it was: "batch.approved", "batch.refused", "batch.undone" for
 * what they decided, else "batch.changed".
 */
export async function moveImport(
  db: Db,
  seen: Pick<BatchRow, "id" | "version" | "state">,
  changes: Parameters<typeof updateBatch>[2],
): Promise<BatchRow> {
  const moved = await updateBatch(db, seen, changes);
  if (moved) return moved;
  const now = await findBatch(db, seen.id);
  throw now && now.state !== seen.state ? decided(now) : new ConflictError("batch.changed");
}

/** @returns what to tell whoever was not the first, with who it was. */
export function decided(batch: BatchRow): ConflictError {
  const isDecision = ["approved", "refused", "undone"].includes(batch.state);
  return new ConflictError(isDecision ? `batch.${batch.state}` : "batch.changed", handleOf(lastMover(batch)));
}
