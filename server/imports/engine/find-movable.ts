import type { Db } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { type ImportMove, importRefusal } from "@/domain/imports/import-policy";
import { findDecider } from "@/server/imports/engine/find-decider";
import { decided, findImport, type ImportBatch, type SeenImport } from "@/server/imports/engine/find-import";
import { importFactsOf } from "@/server/imports/engine/import-facts-of";

/**
 * The import that a move is about, once its policy allows the move to this actor.
 * @throws NotFoundError, NotAllowedError, or ConflictError when it has changed since the actor saw it.
 */
export async function findMovable(
  db: Db,
  actor: CampaignerActor,
  move: ImportMove,
  { batchId, version }: SeenImport,
  now: Date = new Date(),
): Promise<ImportBatch> {
  const batch = await findImport(db, batchId);
  const refusal = importRefusal(importFactsOf(batch), move, actor, await findDecider(db, actor), now);
  const isStale = Number(version) !== batch.version;
  if (refusal === "wrong-state" && isStale) throw decided(batch);
  if (refusal) throw new NotAllowedError(refusal);
  if (isStale) throw new ConflictError("batch.changed");
  return batch;
}
