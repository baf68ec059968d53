import { z } from "zod";
import { emailSchema } from "@/domain/campaigners/email";
import { webAddressSchema } from "@/domain/sources/source";

/**
 * Why a moderator should look twice at what somebody without an account sent: a field that people do not see was filled in, or a great
 * deal came from addresses of one mail domain. It is kept and read all the same.
 */
export const SENDER_FLAGS = ["hidden-field", "mail-domain"] as const;
export type SenderFlag = (typeof SENDER_FLAGS)[number];

/** What can be sent without an account, as the audit and addresses of pages call it. */
export const SENT_KINDS = ["complaint", "tip"] as const;
export type SentKind = (typeof SENT_KINDS)[number];

/** Flagged messages of one kind that may wait at once; one more is refused, and its sender told. */
export const MOST_FLAGGED = 100;

/** What was mailed to whoever sent something: a receipt, a link that confirms it, or nothing. */
export const MAILED = ["receipt", "link", "nothing"] as const;
export type Mailed = (typeof MAILED)[number];

/** What a sender is told: the number that people can read out, and what is in their mail. */
export type Sent = { reference: string; mailed: Mailed };

/** What was sent before, by one press or in the same words: its number again. Whether its receipt left is not kept. */
export function sentBefore(stored: {
  id: string;
  confirmHash: string | null;
  confirmedAt: Date | null;
}): Sent {
  const { id, confirmHash, confirmedAt } = stored;
  const waits = confirmHash !== null && confirmedAt === null;
  return { reference: referenceOf(id), mailed: waits ? "link" : "nothing" };
}

const orNull = (text: string) => (text === "" ? null : text);

/** Both may be left empty. Keys of errors are those of the catalogue `senders.errors`. */
export const senderFields = {
  email: z.string({ error: "email-missing" }).trim().transform(orNull).pipe(emailSchema.nullable()),
  link: z.string({ error: "web-address" }).trim().transform(orNull).pipe(webAddressSchema.nullable()),
};

/** The first eight figures of an id, as in a receipt. */
export function referenceOf(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** Whether a text is such a number: what stands in an address is shown as one only then. */
export function isReference(text: string): boolean {
  return /^[0-9A-F]{8}$/.test(text);
}
