import { type Db, inTransaction } from "@/db/client";
import type { CampaignerActor } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { SHORTEST_REASON } from "@/domain/forms/reason";
import { manyLines } from "@/domain/language/plain-text";
import { audit } from "@/server/audit";
import { formatOf } from "@/server/imports/engine/find-format";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";

/**
 * Turns an import down, or takes it back before anybody approved it. Nothing was published; its rows stay to be read, without
 * what tells the place of a service that is shown by area only.
 * @throws InvalidInputError without a reason.
 */
export async function refuseImport(
  db: Db,
  actor: CampaignerActor,
  { reason, ...seen }: SeenImport & { reason: string },
): Promise<void> {
  const refusedBecause = manyLines(reason).trim().slice(0, 2000);
  await inTransaction(db, async (transaction) => {
    const batch = await findMovable(transaction, actor, "refuse", seen);
    if (refusedBecause.length < SHORTEST_REASON) throw new InvalidInputError({ reason: "reason-needed" });
    const hold = { heldBy: null, holdExpiresAt: null };
    const decision = {
      state: "refused",
      refusedBy: actor.id,
      refusedAt: new Date(),
      refusedBecause,
    } as const;
    const changes = Object.assign(hold, decision);
    await moveImport(transaction, batch, changes);
    await formatOf(batch).forget(transaction, batch);
    const subject = { type: "batch", id: batch.id };
    await audit(transaction, actor, "batch.refused", subject, { reason: refusedBecause });
  });
}
