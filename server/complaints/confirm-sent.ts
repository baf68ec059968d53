import { type Db, inTransaction } from "@/db/client";
import { confirmComplaint, findComplaintOfLink } from "@/db/queries/complaints";
import { confirmTip, findTipOfLink } from "@/db/queries/tips";
import { NotFoundError } from "@/domain/errors";
import type { Locale } from "@/domain/language/locale";
import { referenceOf, type Sent } from "@/domain/senders/sender";
import { hashToken } from "@/server/auth/sign-in-secrets";
import { takeComplaint } from "@/server/complaints/take-complaint";
import { takeTip } from "@/server/tips/take-tip";

/** Whether a mailed link leads to a complaint or a tip that is still there. */
export async function isLinkOfSent(db: Db, token: string): Promise<boolean> {
  const hash = hashToken(token);
  return ((await findComplaintOfLink(db, hash)) ?? (await findTipOfLink(db, hash))) !== undefined;
}

/**
 * The button behind a mailed link was pressed: from now on moderators read what was sent. Pressed again it tells the same.
 * @throws NotFoundError where the link is made up, or what was sent has gone because nobody confirmed it in time.
 */
export async function confirmSent(
  db: Db,
  { token, locale }: { token: string; locale: Locale },
  now = new Date(),
): Promise<Sent> {
  const hash = hashToken(token);
  return inTransaction(db, async (transaction) => {
    const complaint = await findComplaintOfLink(transaction, hash);
    const sent = complaint ?? (await findTipOfLink(transaction, hash));
    if (!sent) throw new NotFoundError("link");
    const mayMail = sent.flags.length === 0;
    if (complaint) {
      if (await confirmComplaint(transaction, complaint.id, now))
        await takeComplaint(transaction, complaint, { locale, mayMail, now });
    } else if (!("recordId" in sent) && (await confirmTip(transaction, sent.id, now)))
      await takeTip(transaction, sent, { locale, mayMail });
    return { reference: referenceOf(sent.id), mailed: mayMail ? "receipt" : "nothing" };
  });
}
