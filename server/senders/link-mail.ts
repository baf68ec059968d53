import { type Locale, localPath } from "@/domain/language/locale";
import { RETENTION } from "@/domain/privacy/retention";
import { referenceOf } from "@/domain/senders/sender";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import type { Mail } from "@/server/mail/queue-mail";

/**
 * The link that confirms what was sent without an account and without scripts. It says what it is about and nothing that was typed.
 * Opening it does nothing, because mail scanners open links: the page has a button.
 * @param to.about the entry, or the area, as we call it
 */
export function linkMail(to: {
  email: string;
  id: string;
  about: string;
  token: string;
  locale: Locale;
}): Mail {
  const words = mailWords(to.locale);
  const query = new URLSearchParams({ token: to.token });
  const values = {
    site: campaign().name,
    origin: siteOrigin(),
    about: to.about,
    number: referenceOf(to.id),
    days: RETENTION.unconfirmed.count,
    link: `${siteOrigin()}${localPath(to.locale, "/complaints/confirm")}?${query}`,
  };
  return {
    to: to.email,
    subject: words("sent-confirm.subject", values),
    text: words("sent-confirm.text", values),
    purpose: "sent.confirm",
    dedupeKey: `sent.confirm:${to.id}`,
  };
}
