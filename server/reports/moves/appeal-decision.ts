import type { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findLastDecision, insertMessage } from "@/db/queries/decisions";
import type { AnyActor } from "@/domain/actor";
import { parseInput } from "@/domain/forms/parse-input";
import { reasonSchema } from "@/domain/reports/field-decision";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { assertCampaigner, seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";

const inputSchema = seenSchema.extend({ reason: reasonSchema });
type AppealInput = z.input<typeof inputSchema>;

/**
 * The author asks, once, for another moderator to look at a rejection or at "same as another entry".
 * @throws InvalidInputError; NotFoundError; NotAllowedError ("appealed-once"); ConflictError; TooManyRequestsError.
 */
export async function appealDecision(
  db: Db,
  actor: AnyActor,
  input: AppealInput,
  now: Date = new Date(),
): Promise<{ version: number }> {
  assertCampaigner(actor);
  const { reason, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    await actAsAccount(tx, actor, "submit", now);
    const { report } = await openMove(tx, actor, seen, "appeal", now);
    const decision = await findLastDecision(tx, report.id, ["reject", "duplicate"]);
    const appealed = await applyMove(tx, actor, report, "appeal", {
      patch: {
        hasBeenAppealed: true,
        appealedFrom: decision?.moderatorId ?? null,
        firstDeciderId: null,
        duplicateOfServiceId: null,
        duplicateOfReportId: null,
        submittedAt: now,
        decidedAt: null,
      },
      action: "report.appealed",
    });
    await insertMessage(tx, { reportId: report.id, writerId: actor.id, fromAuthor: true, body: reason });
    return appealed;
  });
}
