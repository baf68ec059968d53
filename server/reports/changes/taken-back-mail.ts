import { createTranslator } from "next-intl";
import { siteOrigin } from "@/env";
import en from "@/messages/en/reports.json";
import type { Mail } from "@/server/mail/queue-mail";

/** The words are in English: an account says no language yet. */
const words = createTranslator({
  locale: "en",
  messages: { reports: en },
  namespace: "reports.mail",
  timeZone: "Europe/London",
});

/** Tells an author that what was published from their report does not stand any more, and why. */
export function takenBackMail(
  to: string,
  taken: { report: { id: string; title: string }; batchId: string; reason: string },
): Mail {
  const { report, batchId, reason } = taken;
  const parts = [
    words("hello"),
    words("takenBack", { title: report.title }),
    `${words("reason")}\n${reason}`,
    `${words("link")}\n${siteOrigin()}/reports/${report.id}`,
    words("end"),
  ];
  return {
    to,
    subject: words("takenBackSubject"),
    text: `${parts.join("\n\n")}\n`,
    purpose: "report.taken-back",
    dedupeKey: `report.taken-back:${batchId}`,
  };
}
