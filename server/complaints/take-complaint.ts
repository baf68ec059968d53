import type { Db } from "@/db/client";
import { acknowledgeComplaint, type ComplaintRow } from "@/db/queries/complaints";
import { systemActor } from "@/domain/actor";
import type { Locale } from "@/domain/language/locale";
import { audit } from "@/server/audit";
import { receiptMail } from "@/server/complaints/complaint-mail";
import { queueMail } from "@/server/mail/queue-mail";

/** From now on it waits for a moderator: audited, with its receipt. In the transaction that stored or confirmed it. */
export async function takeComplaint(
  db: Db,
  { id, recordType, recordId, kind, flags, called, email }: ComplaintRow,
  { locale, mayMail, now }: { locale: Locale; mayMail: boolean; now: Date },
): Promise<void> {
  const about = { recordType, recordId, kind, flags };
  await audit(db, systemActor("complaints"), "complaint.received", { type: "complaint", id }, about);
  if (email === null || !mayMail) return;
  await queueMail(db, receiptMail({ email, id, name: called ?? "", locale }));
  await acknowledgeComplaint(db, id, now);
}
