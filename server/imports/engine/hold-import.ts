import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findHeldImports } from "@/db/queries/batches";
import { type AnyActor, type CampaignerActor, systemActor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { handOverSchema } from "@/domain/forms/reason";
import { audit } from "@/server/audit";
import { moveImport, type SeenImport } from "@/server/imports/engine/find-import";
import { findMovable } from "@/server/imports/engine/find-movable";
import { holdUntil } from "@/server/reports/moves/moderation-settings";

/** What a moderator does with the hold on an import. */
export const HOLD_MOVES = ["hold", "renew", "release", "take-over"] as const;
export type HoldMove = (typeof HOLD_MOVES)[number];

const ACTIONS: Record<HoldMove, AuditAction> = {
  hold: "batch.held",
  renew: "batch.renewed",
  release: "batch.released",
  "take-over": "batch.taken-over",
};
const noteSchema = z.object({
  note: handOverSchema,
});

/**
 * Holds an import that waits for approval, so that no two look at the same rows and decide: takes it, keeps it for longer, gives it back, or takes it
 * over from another moderator with a note. The hold runs out by itself, as a report's does.
 * @throws NotFoundError; NotAllowedError ("held", "not-holder", "own-import" among others); ConflictError; InvalidInputError on `note`.
 */
export async function holdImport(
  db: Db,
  actor: CampaignerActor,
  { move, note = "", ...seen }: SeenImport & { move: HoldMove; note?: string },
  now: Date = new Date(),
): Promise<void> {
  const said = move === "take-over" ? parseInput(noteSchema, { note }) : {};
  await inTransaction(db, async (tx) => {
    const batch = await findMovable(tx, actor, move, seen, now);
    const hold = move === "release" ? { heldBy: null, holdExpiresAt: null } : await holdBy(tx, actor, now);
    await moveImport(tx, batch, hold);
    const heldBefore = move === "take-over" ? { heldBefore: batch.heldBy } : {};
    await audit(tx, actor, ACTIONS[move], { type: "batch", id: batch.id }, { ...said, ...heldBefore });
  });
}

/** What makes an import this person's from now on. */
export async function holdBy(
  db: Db,
  actor: CampaignerActor,
  now: Date,
): Promise<{ heldBy: string; holdExpiresAt: Date }> {
  return { heldBy: actor.id, holdExpiresAt: await holdUntil(db, now) };
}

const AT_ONCE = 100;
const KEEPER = systemActor("expiry-of-holds");

/**
 * Ends the holds on imports that have run out; the server's timer calls it. Nothing but the audit waits for it: a hold that has run out
 * is nobody's at its minute.
 * @throws NotAllowedError for anybody but a job of ours. @returns how many ended.
 */
export async function expireImportHolds(
  db: Db,
  actor: AnyActor = KEEPER,
  now: Date = new Date(),
): Promise<number> {
  if (actor.kind !== "system") throw new NotAllowedError("system-only");
  let expired = 0;
  for (const batch of await findHeldImports(db, now, AT_ONCE)) {
    try {
      await inTransaction(db, async (tx) => {
        await moveImport(tx, batch, { heldBy: null, holdExpiresAt: null });
        const { heldBy: heldBefore, holdExpiresAt: until } = batch;
        await audit(tx, actor, "batch.expired", { type: "batch", id: batch.id }, { heldBefore, until });
      });
      expired += 1;
    } catch (error) {
      // Its holder kept or decided it in this very moment: that is theirs to do.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
  return expired;
}
