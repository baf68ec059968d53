import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

/**
 * The holder gives a report back to the queue.
 * @throws NotFoundError; NotAllowedError; ConflictError.
 */
export async function releaseHold(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof seenSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const seen = parseInput(seenSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "release", now);
    return applyMove(tx, moderator, report, "release", { action: "report.released" });
  });
}
