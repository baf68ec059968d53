import type { Locale } from "@/domain/language/locale";
import { referenceOf } from "@/domain/senders/sender";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import type { Mail } from "@/server/mail/queue-mail";

/** What a tip is called in mail: nothing that was typed, where it could be somebody else's address. */
export function tipSubject(locale: Locale): string {
  return mailWords(locale)("tip-receipt.about");
}

export function tipReceipt(to: { email: string; id: string; locale: Locale }): Mail {
  const words = mailWords(to.locale);
  const values = { site: campaign().name, origin: siteOrigin(), number: referenceOf(to.id) };
  return {
    to: to.email,
    subject: words("tip-receipt.subject", values),
    text: words("tip-receipt.text", values),
    purpose: "tip.receipt",
    dedupeKey: `tip.receipt:${to.id}`,
  };
}

/** What became of it, in a moderator's words, in English: a tip says no language. */
export function tipAnswer(to: { email: string; id: string; answer: string }): Mail {
  const words = mailWords("en");
  const values = { site: campaign().name, origin: siteOrigin(), number: referenceOf(to.id) };
  return {
    to: to.email,
    subject: words("tip-answer.subject", values),
    text: words("tip-answer.text", { ...values, answer: to.answer }),
    purpose: "tip.answer",
    dedupeKey: `tip.answer:${to.id}`,
  };
}
