import { getDb } from "@/db/client";
import { findMail } from "@/db/queries/mail";
import { isLocalMode } from "@/env";

export type OutboxMail = { id: string; to: string; subject: string; text: string; at: Date };

/** The newest 50 mails of a local copy, newest first; null in any other mode, where nobody may read mail. */
export async function loadOutbox(): Promise<OutboxMail[] | null> {
  if (!isLocalMode()) return null;
  const rows = await findMail(getDb(), 50);
  return rows.map(({ id, recipient, subject, text, createdAt }) => ({
    id,
    to: recipient,
    subject,
    text,
    at: createdAt,
  }));
}
