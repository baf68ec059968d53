import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { reasonSchema } from "@/domain/reports/field-decision";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { holdUntil } from "@/server/reports/moves/moderation-settings";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";

const inputSchema = seenSchema.extend({ reason: reasonSchema });

/**
 * A second moderator does not agree and gives a report back to the first, who holds it again. If they are not there the
 * hold runs out and it is anybody's.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError.
 */
export async function returnReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: second } = await openMove(tx, actor, seen, "return", now);
    const holdExpiresAt = await holdUntil(tx, now);
    const returned = await applyMove(tx, second, report, "return", {
      patch: { heldBy: report.firstDeciderId, holdExpiresAt, firstDeciderId: null },
      action: "report.returned",
      payload: { reason },
    });
    await recordDecision(tx, report, { moderatorId: second.id, verdict: "return", reason });
    return returned;
  });
}
