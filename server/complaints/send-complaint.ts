import { type Db, inTransaction } from "@/db/client";
import { countFlaggedComplaints, findSameComplaint, insertComplaint } from "@/db/queries/complaints";
import { lockSending } from "@/db/queries/sending-lock";
import { type ComplainedType, complaintSchema, type NoticeField } from "@/domain/complaints/complaint";
import { NotFoundError, TooManyRequestsError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import type { Locale } from "@/domain/language/locale";
import { MOST_FLAGGED, referenceOf, type Sent, sentBefore } from "@/domain/senders/sender";
import { hashToken, newToken } from "@/server/auth/sign-in-secrets";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { namelessEntry } from "@/server/complaints/complaint-mail";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { takeComplaint } from "@/server/complaints/take-complaint";
import { queueMail } from "@/server/mail/queue-mail";
import { admitSender, type Sender } from "@/server/senders/admit-sender";
import { linkMail } from "@/server/senders/link-mail";

export type ComplaintInput = Sender & {
  recordType: ComplainedType;
  /** The last part of its page's address (of an area its `refOfArea`), or the id of a service without a page. */
  slug: string;
  kind: unknown;
  why: unknown;
  link: unknown;
  email: unknown;
  /** What a notice of defamation needs, by `NOTICE_FIELDS`. */
  notice?: Readonly<Partial<Record<NoticeField, unknown>>>;
  locale: Locale;
};

/**
 * Takes a complaint from anybody. It is stored with its receipt, or with the link that confirms it, in one transaction. The mail tells nothing
 * that a stranger typed, and an address gets few in a day: nobody can be written to through us. Sent twice it is one complaint.
 * @throws NotFoundError when the entry is not public; InvalidInputError; TooManyRequestsError
 */
export async function sendComplaint(db: Db, input: ComplaintInput, now = new Date()): Promise<Sent> {
  const { kind, why, link, email, notice } = parseInput(complaintSchema, input);
  const record = await findPublicRecord(db, input.recordType, input.slug);
  if (!record) throw new NotFoundError("record");
  const called = record.name ?? namelessEntry(record.category);
  const complaint = {
    recordType: input.recordType,
    recordId: record.id,
    kind,
    called,
    why,
    link,
    email,
    notice,
  };
  const before = await findSameComplaint(db, complaint);
  if (before) return sentBefore(before);
  const { flags, mailed } = await admitSender(db, input, email);
  return inTransaction(db, async (transaction) => {
    if (input.actor.kind === "campaigner") await actAsAccount(transaction, input.actor, "complaint", now);
    await lockSending(transaction);
    const meanwhile = await findSameComplaint(transaction, complaint);
    if (meanwhile) return sentBefore(meanwhile);
    if (flags.length > 0 && (await countFlaggedComplaints(transaction)) >= MOST_FLAGGED)
      throw new TooManyRequestsError(60 * 60);
    const token = newToken();
    const confirmHash = mailed === "link" ? hashToken(token) : null;
    const stored = await insertComplaint(transaction, { ...complaint, flags, confirmHash });
    const { locale } = input;
    if (email !== null && mailed === "link")
      await queueMail(transaction, linkMail({ email, id: stored.id, about: called, token, locale }));
    else await takeComplaint(transaction, stored, { locale, mayMail: mailed === "receipt", now });
    return { reference: referenceOf(stored.id), mailed };
  });
}
