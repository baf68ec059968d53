import type { Db } from "@/db/client";
import { type BatchRow, findBatch } from "@/db/queries/batches";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import type { ImportFormat, ImportSource } from "@/domain/imports/batch";
import type { ColumnMapping } from "@/domain/imports/columns";
import { type ImportMove, importRefusal } from "@/domain/imports/import-policy";

/** An import as a page or a form saw it; forms send the version as text. */
export type SeenImport = { batchId: string; version: string | number };

/** A batch that somebody imported: what the project ships has no format and is none. */
export type ImportBatch = BatchRow & {
  format: ImportFormat;
  source: ImportSource;
  header: string[];
  mapping: ColumnMapping;
};

/** @throws NotFoundError for what is no import. */
export async function findImport(db: Db, id: string): Promise<ImportBatch> {
  const batch = /^[0-9a-f-]{36}$/i.test(id) ? await findBatch(db, id) : undefined;
  if (!batch?.format || !batch.source || !batch.header || !batch.mapping) throw new NotFoundError("import");
  return batch as ImportBatch;
}

/**
 * The import that a move is about, once its policy allows the move to this actor.
 * @throws NotFoundError, NotAllowedError, or ConflictError when it has changed since the actor saw it.
 */
export async function findMovable(
  db: Db,
  actor: CampaignerActor,
  move: ImportMove,
  { batchId, version }: SeenImport,
): Promise<ImportBatch> {
  const batch = await findImport(db, batchId);
  const refusal = importRefusal(batch, move, actor);
  const isStale = Number(version) !== batch.version;
  if (refusal === "wrong-state" && isStale) throw new ConflictError("batch.changed", lastMover(batch));
  if (refusal) throw new NotAllowedError(refusal);
  if (isStale) throw new ConflictError("batch.changed");
  return batch;
}

function lastMover({ undoneBy, refusedBy, approvedBy, importedBy }: BatchRow): string {
  return undoneBy ?? refusedBy ?? approvedBy ?? importedBy;
}

/** @throws ConflictError when the conditional update met no row: somebody was first. */
export function needUpdated<T>(updated: T | undefined): T {
  if (updated === undefined) throw new ConflictError("batch.changed");
  return updated;
}
