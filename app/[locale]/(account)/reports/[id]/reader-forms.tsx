import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { reviewReportAction, sendMessage } from "@/app/[locale]/(account)/reports/[id]/actions";
import { smallFormWords } from "@/app/[locale]/(account)/reports/small-form-words";
import { OnlyWithScripts } from "@/components/forms/only-with-scripts";
import { ReviewList } from "@/components/moderation/review-list";
import { PractiseFirst } from "@/components/practice/practise-first";
import { SmallForm } from "@/components/reports/small-form";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/server/auth/current-actor";
import { hasPractised } from "@/server/campaigners/finish-practice";
import { getDb } from "@/server/database";
import { SUBMISSION_KEY } from "@/server/reports/moves/begin-report";
import type { ReportRead } from "@/server/reports/pages/load-report";

type Props = {
  report: ReportRead;
  locale: string;
  path: string;
  /** Whether a larger form of the page takes a message too, for readers without scripts (`MessageBeside`). */
  isMessageBeside: boolean;
};

/** What a message is sent with, in whichever form of the page. */
export async function messageWords(report: ReportRead) {
  const t = await getTranslations("reports.one");
  return { label: t(report.viewer === "author" ? "message" : "messageToAuthor"), button: t("sendMessage") };
}

/** Writing into the conversation, and the review of a trusted campaigner. */
export async function ReaderForms({ report, locale, path, isMessageBeside }: Props) {
  const t = await getTranslations("reports");
  const words = await smallFormWords();
  const from = path.includes("/moderation/") ? "moderation" : "reports";
  const hidden = { locale, from, reportId: report.id, revision: String(report.revision) };
  const { label, button } = await messageWords(report);
  const message = report.can.message ? (
    <SmallForm
      action={sendMessage}
      path={path}
      words={words}
      hidden={{ ...hidden, [SUBMISSION_KEY]: randomUUID() }}
      fields={[{ id: "message-body", name: "body", kind: "text", label }]}
      button={button}
    />
  ) : null;
  return (
    <>
      {isMessageBeside ? <OnlyWithScripts>{message}</OnlyWithScripts> : message}
      {report.ownReviews.length > 0 ? (
        <Section id="own-review" title={t("review.ownTitle")}>
          <ReviewList reviews={report.ownReviews} />
          {report.hasReviewed ? <p className="mt-4">{t("review.doneAlready")}</p> : null}
        </Section>
      ) : null}
      {report.can.review ? (
        <Section id="review" title={t("review.title")} note={t("review.note")}>
          {(await hasPractised(getDb(), await currentActor())) ? null : <PractiseFirst />}
          <SmallForm
            action={reviewReportAction}
            path={path}
            words={words}
            hidden={hidden}
            fields={[
              {
                id: "verdict",
                name: "verdict",
                kind: "radio",
                label: t("review.verdict"),
                options: [
                  { value: "confirm", label: t("review.confirm") },
                  { value: "dispute", label: t("review.dispute") },
                ],
              },
              { id: "review-reason", name: "reason", kind: "text", label: t("review.reason") },
              {
                id: "review-source",
                name: "source",
                kind: "line",
                label: t("review.source"),
                hint: t("review.sourceHint"),
              },
            ]}
            button={t("review.send")}
          />
        </Section>
      ) : null}
    </>
  );
}
