import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { handOverSchema } from "@/domain/forms/reason";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { holdUntil } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

const inputSchema = seenSchema.extend({
  note: handOverSchema,
});

/**
 * A moderator takes over what another one holds, with a note that both see in the history.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError.
 */
export async function takeOver(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { note, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "take-over", now);
    const holdExpiresAt = await holdUntil(tx, now);
    return applyMove(tx, moderator, report, "take-over", {
      patch: { heldBy: moderator.id, holdExpiresAt },
      action: "report.taken-over",
      payload: { note, heldBefore: report.heldBy },
    });
  });
}
