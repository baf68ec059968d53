import { type Db, inTransaction } from "@/db/client";
import { publish } from "@/db/queries/publications";
import { lockPublishing } from "@/db/queries/report-records";
import type { CampaignerActor } from "@/domain/actor";
import type { KeptRecord } from "@/domain/imports/batch";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { undoBatch } from "@/server/records/batch-undoing";

export type Undone = { withdrawn: number; restored: number; kept: KeptRecord[] };

/**
 * Undoes an approved import, in one transaction: its claims no longer count, what they replaced is in force again,
 * records that came with it leave every page. A record that somebody has built on since stays, with what it needs to
 * stand, and is named. The history of all of it is kept.
 */
export async function undoImport(db: Db, actor: CampaignerActor, seen: SeenImport): Promise<Undone> {
  return inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "undo", seen);
    await lockPublishing(transaction);
    // Readers see it: what the import is called among us is not theirs.
    const reason = `Import undone: ${batch.source.title}`;
    const changes = { state: "undone", undoneBy: actor.id, undoneAt: new Date() } as const;
    let undone: Awaited<ReturnType<typeof moveImport>> = batch;
    const work = { batchId: batch.id, reason, at: changes.undoneAt };
    const { withdrawn, restored, kept } = await undoBatch(transaction, actor, work, async () => {
      undone = await moveImport(transaction, batch, changes);
    });
    await moveImport(transaction, undone, { keptWhenUndone: kept });
    const payload = { withdrawn, restored, kept };
    await audit(transaction, actor, "batch.undone", { type: "batch", id: batch.id }, payload);
    await publish(transaction, actor.id, reason);
    return payload;
  });
}
