import type { Locale } from "@/domain/language/locale";
import { referenceOf } from "@/domain/senders/sender";
import type { ServiceCategory } from "@/domain/services/category";
import { campaign, siteOrigin } from "@/env";
import services from "@/messages/en/services.json";
import { mailWords } from "@/server/mail/mail-words";
import type { Mail } from "@/server/mail/queue-mail";

/**
 * The receipt. It says which entry and nothing that was typed: whoever gives somebody else's address could write to them
 * through us otherwise.
 */
export function receiptMail(to: { email: string; id: string; name: string; locale: Locale }): Mail {
  const words = mailWords(to.locale);
  const values = { site: campaign().name, origin: siteOrigin(), name: to.name, number: referenceOf(to.id) };
  return {
    to: to.email,
    subject: words("complaint-receipt.subject", values),
    text: words("complaint-receipt.text", values),
    purpose: "complaint.receipt",
    dedupeKey: `complaint.receipt:${to.id}`,
  };
}

/** What an entry without a name is called in mail: its kind of care, and nothing that could tell where it is. */
export function namelessEntry(category: ServiceCategory): string {
  return mailWords("en")("complaint-receipt.nameless", { category: services.category[category] });
}

/** What a moderator answered. The words are in English: a complaint says no language. */
export function answerMail(to: { email: string; id: string; name: string; answer: string }): Mail {
  const words = mailWords("en");
  const values = { site: campaign().name, origin: siteOrigin(), name: to.name, number: referenceOf(to.id) };
  return {
    to: to.email,
    subject: words("complaint-answer.subject", values),
    text: words("complaint-answer.text", { ...values, answer: to.answer }),
    purpose: "complaint.answer",
    dedupeKey: `complaint.answer:${to.id}`,
  };
}
