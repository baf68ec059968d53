import { randomUUID } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { isOpen } from "@/domain/imports/selection";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";

/**
 * Hands an import to a second person, and draws what a sample of it is chosen by: not before, or its importer could know.
 * Rows that are refused by then stay out of it.
 * @throws InvalidInputError ("nothing-to-do") when no row would change anything.
 */
export async function submitImport(db: Db, actor: CampaignerActor, seen: SeenImport): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "submit", seen);
    const rows = await listRows(transaction, batch.id);
    if (!rows.some(isOpen)) throw new InvalidInputError({ rows: "nothing-to-do" });
    const changes = { state: "submitted", submittedAt: new Date(), sampleSeed: randomUUID() } as const;
    await moveImport(transaction, batch, changes);
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.submitted", subject, { counts: batch.counts });
  });
}
