import { type Db, inTransaction } from "@/db/client";
import { closeComplaint, findComplaint } from "@/db/queries/complaints";
import type { CampaignerActor } from "@/domain/actor";
import { answerSchema } from "@/domain/complaints/complaint";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { brakeRefusal } from "@/domain/records/withheld";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { answerMail } from "@/server/complaints/complaint-mail";
import { queueMail } from "@/server/mail/queue-mail";
import { isOwnWork } from "@/server/second-looks/own-work";

/**
 * Answers a complaint and closes it; the answer is mailed to who complained, in the same transaction, where they gave an address.
 * @returns whether it was mailed
 * @throws NotAllowedError, also for whoever sent or approved what it is about ("own-work"); NotFoundError; InvalidInputError on `answer`; ConflictError when somebody else answered first.
 */
export async function answerComplaint(
  db: Db,
  actor: CampaignerActor,
  input: { complaintId: string; version: unknown; answer: unknown },
  now = new Date(),
): Promise<boolean> {
  const refusal = brakeRefusal(actor);
  if (refusal) throw new NotAllowedError(refusal);
  const parsed = answerSchema.safeParse(input);
  if (!parsed.success)
    throw new InvalidInputError({ answer: parsed.error.issues[0]?.message ?? "reason-needed" });
  const { answer } = parsed.data;
  return inTransaction(db, async (transaction) => {
    const complaint = isUuid(input.complaintId)
      ? await findComplaint(transaction, input.complaintId)
      : undefined;
    if (!complaint) throw new NotFoundError("complaint");
    if (await isOwnWork(transaction, actor, complaint)) throw new NotAllowedError("own-work");
    const { id, email } = complaint;
    // As it was called to them, and not as moderators read it: that could tell where the care is.
    const name = complaint.called ?? complaint.name;
    const closed = { answer, answeredBy: actor.id, answeredAt: now };
    if (!(await closeComplaint(transaction, { id, version: Number(input.version), ...closed })))
      throw new ConflictError("complaint.answered", moderatorHandle(complaint.answeredBy ?? ""));
    await audit(transaction, actor, "complaint.answered", { type: "complaint", id }, { answer });
    if (email) await queueMail(transaction, answerMail({ email, id, name, answer }));
    return email !== null;
  });
}
