import { type ChainState, headText } from "@/domain/audit/chain-state";
import { momentWords } from "@/domain/dates/moment-in-words";
import { campaign, siteOrigin } from "@/env";
import { mailWords } from "@/server/mail/mail-words";
import type { Mail } from "@/server/mail/queue-mail";

const WEEK_MS = 7 * 24 * 60 * 60_000;

/**
 * What an admin is told of a check of the audit: once a week that it holds, with its head, and at once when it does not.
 * The key lets two servers, or a hundred checks, queue it once.
 */
export function auditMail(to: { id: string; email: string }, state: ChainState, at: Date): Mail {
  const words = mailWords("en");
  const site = campaign().name;
  const common = { site, origin: siteOrigin(), date: momentWords("en").moment(at) };
  const { faultAt, fault, entries, head } = state;
  if (faultAt !== null) {
    const told = { ...common, number: faultAt, fault: fault ?? "cut" };
    return {
      to: to.email,
      subject: words("audit-broken.subject", told),
      text: words("audit-broken.text", told),
      purpose: "audit.broken",
      dedupeKey: `audit.broken:${faultAt}:${to.id}`,
    };
  }
  const told = { ...common, count: entries, head: headText(head) };
  return {
    to: to.email,
    subject: words("audit-weekly.subject", told),
    text: words("audit-weekly.text", told),
    purpose: "audit.weekly",
    dedupeKey: `audit.weekly:${Math.floor(at.getTime() / WEEK_MS)}:${to.id}`,
  };
}
