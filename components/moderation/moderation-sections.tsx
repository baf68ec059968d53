import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { HistoryList } from "@/components/moderation/history-list";
import { NewServiceChanges } from "@/components/moderation/new-service-changes";
import { ReviewList } from "@/components/moderation/review-list";
import { TwinList } from "@/components/moderation/twin-list";
import { Conversation } from "@/components/reports/conversation";
import { DecisionList } from "@/components/reports/decision-list";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { RevisionList } from "@/components/reports/revision-list";
import { Section } from "@/components/ui/section";
import type { NewServiceProposal } from "@/domain/reports/proposal";

type Props = {
  read: ComponentProps<typeof HistoryList> &
    ComponentProps<typeof ReviewList> &
    ComponentProps<typeof TwinList> &
    Pick<ComponentProps<typeof NewServiceChanges>, "preview"> & {
      report: Pick<ComponentProps<typeof Conversation>, "messages"> & {
        id: string;
        messagePage: number;
        messagePages: number;
      } & ComponentProps<typeof DecisionList> &
        ComponentProps<typeof RevisionList>;
    };
  proposal: NewServiceProposal;
  /** False where the changes and sources stand in the form that decides on them. */
  hasChanges: boolean;
};

/** Everything a moderator reads before deciding, in the order in which it is needed. */
export function ModerationSections({ read, proposal, hasChanges }: Props) {
  const t = useTranslations("moderation.one");
  const { preview, twins } = read;
  return (
    <>
      {hasChanges ? (
        <>
          <Section id="changes" title={t("changesTitle")}>
            <NewServiceChanges proposal={proposal} preview={preview} />
          </Section>
          <Section id="sources" title={t("sourcesTitle")}>
            <ProposedSources proposal={proposal} marks={preview.revealing} />
          </Section>
        </>
      ) : null}
      {proposal.note ? (
        <Section id="note" title={t("noteTitle")}>
          <p className="max-w-line whitespace-pre-line">{proposal.note}</p>
        </Section>
      ) : null}
      <Section id="likely" title={t("twinsTitle")}>
        <TwinList twins={twins} />
      </Section>
      <RestOfReport read={read} />
    </>
  );
}

type Rest = Pick<Props["read"], "reviews" | "history" | "report">;

/** What others thought, decided and wrote of a report of any kind, and what it said before. */
export function RestOfReport({ read: { report, reviews, history } }: { read: Rest }) {
  const t = useTranslations("moderation.one");
  const reports = useTranslations("reports.one");
  return (
    <>
      <Section id="reviews" title={t("reviewsTitle")}>
        <ReviewList reviews={reviews} />
      </Section>
      {report.decisions.length > 0 ? (
        <Section id="decisions" title={reports("decisionsTitle")}>
          <DecisionList decisions={report.decisions} />
        </Section>
      ) : null}
      {report.revisions.length > 0 ? (
        <Section id="versions" title={reports("whatTitle")}>
          <RevisionList revisions={report.revisions} />
        </Section>
      ) : null}
      {history.length > 0 ? (
        <Section id="history" title={t("historyTitle")}>
          <HistoryList history={history} />
        </Section>
      ) : null}
      <Section id="conversation" title={reports("conversationTitle")}>
        <Conversation
          messages={report.messages}
          page={report.messagePage}
          pages={report.messagePages}
          href={`/moderation/${report.id}`}
        />
      </Section>
    </>
  );
}
