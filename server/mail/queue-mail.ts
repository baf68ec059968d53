import type { Db } from "@/db/client";
import { insertMail } from "@/db/queries/mail";
import { emailSchema } from "@/domain/campaigners/email";

export type Mail = {
  to: string;
  subject: string;
  /** Plain text; lines end with "\n". */
  text: string;
  /** What it is about, such as "report.decided"; never a person's data. */
  purpose: string;
  /** A mail with the same key is queued once only, such as "report.decided:<decision id>". */
  dedupeKey?: string;
};

/**
 * Puts a mail into the outbox in the caller's transaction: it leaves when, and only when, that commits. Call
 * `wakeMailWorker()` after it has; the worker would find it by itself a little later.
 * @returns false when a mail with the same dedupe key is there already.
 * @throws ZodError for something that is not one e-mail address: a second recipient cannot be smuggled in.
 */
export async function queueMail(db: Db, { to, subject, text, purpose, dedupeKey }: Mail): Promise<boolean> {
  return insertMail(db, {
    recipient: emailSchema.parse(to),
    subject: oneLine(subject),
    text,
    purpose,
    dedupeKey,
  });
}

/** A header is one line. Subjects carry words that people typed, and a line break would begin another header. */
function oneLine(subject: string): string {
  return subject
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 200);
}
