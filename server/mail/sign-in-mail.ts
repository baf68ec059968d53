import { hasReportInHand } from "@/domain/campaigners/report-in-hand";
import { CODE_MINUTES, groupCode, LINK_MINUTES } from "@/domain/campaigners/sign-in-code";
import { type Locale, localPath } from "@/domain/language/locale";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import type { Mail } from "@/server/mail/queue-mail";

/**
 * The mail that signs somebody in: a link that opens a page with a button, because mail scanners open links, and a
 * code for another device.
 * @param callbackUrl a path of our own (`ownPath`).
 */
export function signInMail(to: {
  email: string;
  token: string;
  code: string;
  callbackUrl: string;
  locale: Locale;
}): Mail {
  const words = mailWords(to.locale);
  const query = new URLSearchParams({ token: to.token });
  if (to.callbackUrl !== "/") query.set("callbackUrl", to.callbackUrl);
  const site = campaign().name;
  return {
    to: to.email,
    subject: words("sign-in.subject", { site }),
    text: words("sign-in.text", {
      report: hasReportInHand(to.callbackUrl) ? "yes" : "no",
      site,
      origin: siteOrigin(),
      link: `${siteOrigin()}${localPath(to.locale, "/sign-in/confirm")}?${query}`,
      linkMinutes: LINK_MINUTES,
      code: groupCode(to.code),
      codeMinutes: CODE_MINUTES,
    }),
    purpose: "sign-in",
  };
}

/** Instead of a link, for somebody whose account is suspended. */
export function suspendedMail(to: { email: string; locale: Locale }): Mail {
  const words = mailWords(to.locale);
  const { name, contact } = campaign();
  return {
    to: to.email,
    subject: words("suspended.subject", { site: name }),
    text: words("suspended.text", { site: name, origin: siteOrigin(), contact }),
    purpose: "sign-in",
  };
}
