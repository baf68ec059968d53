import { createTranslator } from "next-intl";
import type { Locale } from "@/domain/language/locale";
import cy from "@/messages/cy/mail.json";
import en from "@/messages/en/mail.json";

type MailMessages = typeof en;

const catalogues: Record<Locale, MailMessages> = { en, cy: overlay(en, cy) };

/** The words of mails, from `messages/<locale>/mail.json`; English where Welsh is missing. Needs no request. */
export function mailWords(locale: Locale) {
  return createTranslator({
    locale,
    messages: { mail: catalogues[locale] },
    namespace: "mail",
    timeZone: "Europe/London",
  });
}

/** Whole mails only: half a mail in each language helps nobody. */
function overlay(english: MailMessages, welsh: Partial<MailMessages>): MailMessages {
  return { ...english, ...welsh };
}
