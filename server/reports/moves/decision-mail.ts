import { createTranslator } from "next-intl";
import type { ReportRow } from "@/db/queries/reports";
import type { FieldDecision } from "@/domain/reports/field-decision";
import type { DecisionVerdict } from "@/domain/reports/proposal";
import { siteOrigin } from "@/env";
import en from "@/messages/en/reports.json";
import type { Mail } from "@/server/mail/queue-mail";

/** The words are in English: an account says no language yet. */
const words = createTranslator({
  locale: "en",
  messages: { reports: en },
  namespace: "reports",
  timeZone: "Europe/London",
});

/** Tells an author what was decided and why. It holds what they wrote themselves and the reason, of nobody else a word. */
export function decisionMail(
  to: string,
  decision: {
    decisionId: string;
    report: Pick<ReportRow, "id" | "title" | "hasBeenAppealed">;
    verdict: DecisionVerdict;
    reason: string;
    fields: readonly FieldDecision[];
  },
): Mail {
  const { report, verdict, reason, fields } = decision;
  const isByPart = BY_PART.has(verdict);
  const comments = fields
    .filter((part) => part.comment !== "" || (isByPart && part.verdict !== "accept"))
    .map(({ field, comment, verdict: part }) => {
      const said = isByPart && part !== "accept" ? words(`one.fieldVerdict.${part}`) : "";
      return `- ${words(`fields.${field}`)}: ${[said, comment].filter(Boolean).join(". ")}`;
    });
  const parts = [
    words("mail.hello"),
    words(`mail.verdict.${verdict}`, { title: report.title }),
    `${words("mail.reason")}\n${reason}`,
    ...(comments.length > 0 ? [`${words("mail.comments")}\n${comments.join("\n")}`] : []),
    ...(canBeAppealed(verdict) ? [words(report.hasBeenAppealed ? "mail.final" : "mail.appeal")] : []),
    `${words("mail.link")}\n${siteOrigin()}/reports/${report.id}`,
    words("mail.end"),
  ];
  return {
    to,
    subject: words(`mail.subject.${verdict}`),
    text: `${parts.join("\n\n")}\n`,
    purpose: "report.decided",
    dedupeKey: `report.decided:${decision.decisionId}`,
  };
}

/** Decisions in which what was decided of a part counts; of a report that is not accepted, or is another, only what was said does. */
const BY_PART: ReadonlySet<DecisionVerdict> = new Set([
  "approve-in-part",
  "send-for-second",
  "request-changes",
]);

const canBeAppealed = (verdict: DecisionVerdict) => verdict === "reject" || verdict === "duplicate";

/** Tells an author what a moderator wrote in the conversation. @param entry the number of its audit row. */
export function messageMail(
  to: string,
  { report, body, entry }: { report: Pick<ReportRow, "id" | "title">; body: string; entry: number },
): Mail {
  const parts = [
    words("mail.hello"),
    words("mail.message", { title: report.title }),
    body,
    `${words("mail.link")}\n${siteOrigin()}/reports/${report.id}`,
    words("mail.end"),
  ];
  return {
    to,
    subject: words("mail.messageSubject"),
    text: `${parts.join("\n\n")}\n`,
    purpose: "report.message",
    dedupeKey: `report.message:${entry}`,
  };
}

/** The receipt of a report that was sent for the first time. */
export function receivedMail(to: string, report: Pick<ReportRow, "id"> & { title: string }): Mail {
  const parts = [
    words("mail.hello"),
    words("mail.received", { title: report.title }),
    `${words("mail.link")}\n${siteOrigin()}/reports/${report.id}`,
    words("mail.end"),
  ];
  return {
    to,
    subject: words("mail.receivedSubject"),
    text: `${parts.join("\n\n")}\n`,
    purpose: "report.received",
    dedupeKey: `report.received:${report.id}`,
  };
}

/** The one receipt of several reports that were sent together. */
export function sheetMail(to: string, reports: readonly Pick<ReportRow, "id" | "title">[]): Mail {
  const count = reports.length;
  const lines = reports.map(({ id, title }) => `- ${title}\n  ${siteOrigin()}/reports/${id}`);
  const parts = [
    words("mail.hello"),
    words("mail.sheet", { count }),
    `${words("mail.sheetLinks")}\n${lines.join("\n")}`,
    words("mail.sheetEnd"),
  ];
  return {
    to,
    subject: words("mail.sheetSubject", { count }),
    text: `${parts.join("\n\n")}\n`,
    purpose: "report.received",
    // A sheet that is sent twice makes the same reports.
    dedupeKey: `worksheet.received:${reports[0]?.id}`,
  };
}
