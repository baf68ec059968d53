import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { assertCampaigner, seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

/**
 * The author takes a report back before it is decided. Final.
 * @throws NotFoundError; NotAllowedError; ConflictError.
 */
export async function withdrawReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof seenSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  assertCampaigner(actor);
  const seen = parseInput(seenSchema, input);
  return inTransaction(db, async (tx) => {
    const { report } = await openMove(tx, actor, seen, "withdraw", now);
    return applyMove(tx, actor, report, "withdraw", { action: "report.withdrawn" });
  });
}
