import { type Db, inTransaction } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { lockSending } from "@/db/queries/sending-lock";
import { countFlaggedTips, findSameTip, insertTip } from "@/db/queries/tips";
import { areaOfRef } from "@/domain/areas/area-ref";
import { TooManyRequestsError } from "@/domain/errors";
import { parseInput } from "@/domain/forms/parse-input";
import type { Locale } from "@/domain/language/locale";
import { MOST_FLAGGED, referenceOf, type Sent, sentBefore } from "@/domain/senders/sender";
import { tipSchema } from "@/domain/tips/tip";
import { hashToken, newToken } from "@/server/auth/sign-in-secrets";
import { actAsAccount } from "@/server/campaigners/act-as-account";
import { queueMail } from "@/server/mail/queue-mail";
import { admitSender, type Sender } from "@/server/senders/admit-sender";
import { linkMail } from "@/server/senders/link-mail";
import { takeTip } from "@/server/tips/take-tip";
import { tipSubject } from "@/server/tips/tip-mail";

export type TipInput = Sender & {
  /** The `refOfArea` of the page that it was sent from; empty or unknown for none. */
  area: string;
  whereabouts: unknown;
  says: unknown;
  link: unknown;
  email: unknown;
  locale: Locale;
};

/**
 * Takes a tip from anybody: something that is missing here. It waits for moderators and is shown to nobody else until one of them shows it.
 * Limits, mail and what is dubious are as for complaints. Sent twice it is one tip.
 * @throws InvalidInputError; TooManyRequestsError
 */
export async function sendTip(db: Db, input: TipInput, now = new Date()): Promise<Sent> {
  const { whereabouts, says, link, email } = parseInput(tipSchema, input);
  const asked = areaOfRef(input.area);
  const area = asked && (await findArea(db, asked.kind, asked.slug));
  const tip = { areaId: area?.id ?? null, whereabouts, says, link, email };
  const before = await findSameTip(db, tip);
  if (before) return sentBefore(before);
  const { flags, mailed } = await admitSender(db, input, email);
  return inTransaction(db, async (transaction) => {
    if (input.actor.kind === "campaigner") await actAsAccount(transaction, input.actor, "complaint", now);
    await lockSending(transaction);
    const meanwhile = await findSameTip(transaction, tip);
    if (meanwhile) return sentBefore(meanwhile);
    if (flags.length > 0 && (await countFlaggedTips(transaction)) >= MOST_FLAGGED)
      throw new TooManyRequestsError(60 * 60);
    const token = newToken();
    const confirmHash = mailed === "link" ? hashToken(token) : null;
    const stored = await insertTip(transaction, { ...tip, flags, confirmHash });
    const { locale } = input;
    if (email !== null && mailed === "link")
      await queueMail(
        transaction,
        linkMail({ email, id: stored.id, about: tipSubject(locale), token, locale }),
      );
    else await takeTip(transaction, stored, { locale, mayMail: mailed === "receipt" });
    return { reference: referenceOf(stored.id), mailed };
  });
}
