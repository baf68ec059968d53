import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { fieldDecisionsSchema, reasonSchema } from "@/domain/reports/field-decision";
import { seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { recordDecision } from "@/server/reports/moves/record-decision";

const inputSchema = seenSchema.extend({ reason: reasonSchema, fields: fieldDecisionsSchema.default([]) });

/**
 * The holder turns a report down. The author is told why, and may appeal once.
 * @throws InvalidInputError; NotFoundError; NotAllowedError; ConflictError.
 */
export async function rejectReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  const { reason, fields, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    const { report, actor: moderator } = await openMove(tx, actor, seen, "reject", now);
    const rejected = await applyMove(tx, moderator, report, "reject", {
      patch: { decidedAt: now },
      action: "report.rejected",
      payload: { reason, revision: report.revision },
    });
    await recordDecision(tx, report, { moderatorId: moderator.id, verdict: "reject", reason, fields });
    return rejected;
  });
}
