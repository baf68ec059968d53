import { z } from "zod";
import { type Db, inTransaction } from "@/db/client";
import { countMessages, insertMessage } from "@/db/queries/decisions";
import { findEmailOf, lockReport } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { MESSAGE_LETTERS, MESSAGES_A_REPORT } from "@/domain/campaigners/account-limits";
import { NotAllowedError, NotFoundError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import { manyLines } from "@/domain/language/plain-text";
import { canWriteMessage } from "@/domain/reports/review-policy";
import { audit } from "@/server/audit";
import { countAction, holdAccount } from "@/server/campaigners/act-as-account";
import { queueMail } from "@/server/mail/queue-mail";
import { assertCampaigner } from "@/server/reports/moves/actor-input";
import { keyOfContent, readSubmissionKey } from "@/server/reports/moves/begin-report";
import { messageMail } from "@/server/reports/moves/decision-mail";
import { factsOf } from "@/server/reports/moves/open-move";

const inputSchema = z.object({
  reportId: z.uuid(),
  body: z.string().overwrite(manyLines).trim().min(2, "required").max(MESSAGE_LETTERS, "too-long"),
  /** The key of the form; anything but an id is none. */
  submissionKey: z.unknown().transform(readSubmissionKey).optional(),
});

/**
 * A word in a report's conversation, by its author or a moderator. The author is mailed what a moderator writes. A form
 * that is sent twice is one message and one mail.
 * @throws InvalidInputError; NotFoundError; NotAllowedError ("conversation-full" among others); TooManyRequestsError.
 */
export async function addMessage(
  db: Db,
  actor: AnyActor,
  input: z.input<typeof inputSchema>,
  now: Date = new Date(),
): Promise<void> {
  assertCampaigner(actor);
  const { reportId, body, submissionKey: key } = parseInput(inputSchema, input);
  await inTransaction(db, async (tx) => {
    await holdAccount(tx, actor);
    // Locked, so that the messages of a conversation are counted one after the other.
    const report = await lockReport(tx, reportId);
    if (!report) throw new NotFoundError("report");
    if (!canWriteMessage(factsOf(report), actor)) throw new NotAllowedError("not-author");
    const fromAuthor = actor.id === report.authorId;
    const submissionKey = key ? keyOfContent(key, [reportId, body]) : null;
    const message = { reportId, writerId: actor.id, fromAuthor, body, submissionKey };
    if (!(await insertMessage(tx, message))) return;
    if ((await countMessages(tx, reportId)) > MESSAGES_A_REPORT)
      throw new NotAllowedError("conversation-full");
    await countAction(tx, actor, "message", now);
    const entry = await audit(tx, actor, "report.message", { type: "report", id: reportId }, { fromAuthor });
    const email = fromAuthor ? null : await findEmailOf(tx, report.authorId);
    if (email !== null) await queueMail(tx, messageMail(email, { report, body, entry }));
  });
}
