import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { holdUntil } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

/**
 * A moderator takes a report that waits, so that no two decide at once. The hold runs out by itself.
 * @throws NotFoundError; NotAllowedError; ConflictError.
 */
export async function holdReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof seenSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const seen = parseInput(seenSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "hold", now);
    const holdExpiresAt = await holdUntil(tx, now);
    return applyMove(tx, moderator, report, "hold", {
      patch: { heldBy: moderator.id, holdExpiresAt },
      action: "report.held",
    });
  });
}
