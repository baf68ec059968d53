import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { findLastDecision, insertMessage } from "@/db/queries/decisions";
import { insertRevision } from "@/db/queries/reports-write";
import type { AnyActor } from "@/domain/actor";
import { MESSAGE_LETTERS } from "@/domain/campaigners/account-limits";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { manyLines } from "@/domain/language/plain-text";
import { answersIn, askedParts, problemsOfAnswers } from "@/domain/reports/field-answers";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { assertCampaigner, seenSchema } from "@/server/reports/moves/actor-input";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { readSent, refuseOtherKind } from "@/server/reports/moves/send-revision";

const inputSchema = seenSchema.extend({
  form: z.record(z.string(), z.unknown()),
  message: z.string().overwrite(manyLines).trim().max(MESSAGE_LETTERS, "too-long").default(""),
});

/**
 * The author sends a report again after changes were asked for: a new revision, and optionally a word on it.
 * @throws InvalidInputError by form field; NotFoundError; NotAllowedError; ConflictError; TooManyRequestsError.
 */
export async function resubmitReport(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<{ version: number }> {
  assertCampaigner(actor);
  const { form, message, ...seen } = parseInput(inputSchema, input);
  return inTransaction(db, async (tx) => {
    await actAsAccount(tx, actor, "submit", now);
    const { report } = await openMove(tx, actor, seen, "resubmit", now);
    const { proposal, title } = await readSent(tx, form, ukToday(now));
    await refuseOtherKind(tx, report, proposal);
    const revision = report.revision + 1;
    const sent = await applyMove(tx, actor, report, "resubmit", {
      patch: { draft: null, revision, title, submittedAt: now, decidedAt: null },
      action: "report.submitted",
      payload: { revision },
    });
    await insertRevision(tx, { reportId: report.id, number: revision, proposal });
    await keepAnswers(tx, { reportId: report.id, writerId: actor.id }, form);
    if (message)
      await insertMessage(tx, { reportId: report.id, writerId: actor.id, fromAuthor: true, body: message });
    return sent;
  });
}

/**
 * The answers beside the parts that a moderator asked about, each a message that knows its part and the decision that asked.
 * @throws InvalidInputError by box, for one that is too long.
 */
async function keepAnswers(
  db: Db,
  { reportId, writerId }: { reportId: string; writerId: string },
  form: Readonly<Record<string, unknown>>,
): Promise<void> {
  const asked = await findLastDecision(db, reportId, ["request-changes"]);
  if (!asked) return;
  const parts = new Set(askedParts([asked]).map(({ field }) => field));
  const answers = answersIn(form).filter(({ field }) => parts.has(field));
  const problems = problemsOfAnswers(answers);
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  for (const answer of answers)
    await insertMessage(db, { ...answer, reportId, writerId, fromAuthor: true, decisionId: asked.id });
}
