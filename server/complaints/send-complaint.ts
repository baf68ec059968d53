import { type Db, inTransaction } from "@/db/client";
import { findSameComplaint, insertComplaint } from "@/db/queries/complaints";
import { systemActor } from "@/domain/actor";
import { type ComplainedType, complaintSchema } from "@/domain/complaints/complaint";
import { InvalidInputError, NotFoundError, TooManyRequestsError } from "@/domain/errors";
import type { Locale } from "@/domain/language/locale";
import { audit } from "@/server/audit";
import { limitAttempts } from "@/server/auth/limit-attempts";
import { namelessEntry, receiptMail } from "@/server/complaints/complaint-mail";
import { findPublicRecord } from "@/server/complaints/find-public-record";
import { queueMail } from "@/server/mail/queue-mail";

export type ComplaintInput = {
  recordType: ComplainedType;
  /** The last part of its page's address, or the id of a service without a page. */
  slug: string;
  kind: unknown;
  why: unknown;
  email: unknown;
  /** A field that people do not see; what fills it in is a program. */
  website: unknown;
  locale: Locale;
  /** Network address of who sends it, for the limit. */
  from: string;
};

/**
 * Takes a complaint from anybody. It is stored with its receipt in one transaction. The receipt tells nothing that a
 * stranger typed, and an address gets few in a day: nobody can be written to through us. Sent twice it is one complaint.
 * @throws NotFoundError when the entry is not public; InvalidInputError; TooManyRequestsError
 */
export async function sendComplaint(db: Db, input: ComplaintInput): Promise<void> {
  const parsed = complaintSchema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => [String(path[0]), message]);
    throw new InvalidInputError(Object.fromEntries(fields.reverse()));
  }
  const record = await findPublicRecord(db, input.recordType, input.slug);
  if (!record) throw new NotFoundError("record");
  if (String(input.website ?? "") !== "") return;
  const { kind, why, email } = parsed.data;
  const called = record.name ?? namelessEntry(record.category);
  const complaint = { recordType: input.recordType, recordId: record.id, kind, called, why, email };
  if (await findSameComplaint(db, complaint)) return;
  // Counted outside the transaction, so that what fails counts too.
  await limitAttempts(db, "complaint-from", input.from);
  const mayMail = await isWithin(limitAttempts(db, "receipt-to", email));
  await inTransaction(db, async (transaction) => {
    const id = await insertComplaint(transaction, complaint);
    const subject = { type: "complaint", id };
    const about = { recordType: input.recordType, recordId: record.id, kind };
    await audit(transaction, systemActor("complaints"), "complaint.received", subject, about);
    if (mayMail) await queueMail(transaction, receiptMail({ email, id, name: called, locale: input.locale }));
  });
}

/** A complaint over the limit of mails to its address counts all the same; only no further mail goes there. */
async function isWithin(counted: Promise<void>): Promise<boolean> {
  try {
    await counted;
    return true;
  } catch (error) {
    if (error instanceof TooManyRequestsError) return false;
    throw error;
  }
}
