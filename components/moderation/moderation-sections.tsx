import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { HistoryList } from "@/components/moderation/history-list";
import type { NewServiceChanges } from "@/components/moderation/new-service-changes";
import { ReviewList } from "@/components/moderation/review-list";
import { type TwinButtons, TwinList } from "@/components/moderation/twin-list";
import { WaitingTwins } from "@/components/moderation/waiting-twins";
import { Conversation } from "@/components/reports/conversation";
import { DecisionList } from "@/components/reports/decision-list";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { RevisionList } from "@/components/reports/revision-list";
import { Section } from "@/components/ui/section";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import type { AccountRecord } from "@/domain/reports/queue";

type Props = {
  read: Pick<ComponentProps<typeof TwinList>, "twins"> & {
    waitingTwins: ComponentProps<typeof WaitingTwins>["waiting"];
    joined: ComponentProps<typeof WaitingTwins>["joined"];
  } & Pick<ComponentProps<typeof NewServiceChanges>, "preview"> &
    Pick<ComponentProps<typeof RecordLine>, "record">;
  proposal: NewServiceProposal;
  /** Beside likely twins, by id. */
  buttons: TwinButtons;
  /** Where it would be. */
  map: ReactNode;
};

/** What a moderator reads beside the decision: what it may be the same as, the sources, the place, and what the author says. */
export function BesideDecision({ read, proposal, map, buttons }: Props) {
  const t = useTranslations("moderation.one");
  const { preview, twins, record } = read;
  return (
    <>
      <Section id="likely" title={t("twinsTitle")}>
        <div className="space-y-4">
          <TwinList twins={twins} buttons={buttons} />
          <WaitingTwins waiting={read.waitingTwins} joined={read.joined} buttons={buttons} />
        </div>
      </Section>
      <Section id="sources" title={t("sourcesTitle")}>
        <ProposedSources proposal={proposal} marks={preview.revealing} />
      </Section>
      {map}
      {proposal.note ? (
        <Section id="note" title={t("noteTitle")}>
          <p className="max-w-line whitespace-pre-line">{proposal.note}</p>
        </Section>
      ) : null}
      <RecordLine record={record} />
    </>
  );
}

/** What became of other reports of the account, without telling whose it is. */
export function RecordLine({ record }: { record: AccountRecord }) {
  const t = useTranslations("moderation.queue");
  return <p className="mt-4 max-w-line text-ink-soft">{t("record", record)}</p>;
}

type Rest = ComponentProps<typeof HistoryList> &
  ComponentProps<typeof ReviewList> & {
    report: Pick<ComponentProps<typeof Conversation>, "messages"> & {
      id: string;
      messagePage: number;
      messagePages: number;
    } & ComponentProps<typeof DecisionList> &
      ComponentProps<typeof RevisionList>;
  };

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
          <RevisionList revisions={report.revisions} changed={report.changed} />
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
