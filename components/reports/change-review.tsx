import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDates } from "@/components/layout/date-text";
import { ChangeRowsTable, meaningOf } from "@/components/reports/change-facts";
import { useChangeWords } from "@/components/reports/change-value";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { NeverPublic, useAnswerRow } from "@/components/reports/review-parts";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { ChangeStep } from "@/domain/reports/change-steps";
import type { ChangedFact } from "@/domain/reports/changed-fact";

type Props = {
  proposal: ChangeProposal;
  rows: readonly ChangedFact[];
  /** The photographs and PDFs, and the page that they are changed on. */
  files: { names: readonly string[]; href: string };
  /** The address of the page that asks, where an answer is changed. */
  hrefOf: (step: ChangeStep) => string;
};
type Answer = readonly [step: ChangeStep, name: string, value: ReactNode];

/** Every answer of a report about an entry with a link that changes it. */
export function ChangeAnswers({ proposal, rows, files, hrefOf }: Props) {
  const t = useTranslations("reports");
  const own = useOwnAnswers(proposal, rows);
  const further = useFurtherAnswers(proposal);
  const linked = useAnswerRow();
  const row = ([step, name, value]: Answer) => linked(hrefOf(step), name, value);
  const hasSource = "sources" in proposal;
  return (
    <Section id="answers" title={t("steps.review.answersTitle")}>
      <Facts
        facts={[
          ...own.map(row),
          ...(hasSource
            ? [
                linked(hrefOf("source"), t("fields.sources"), <ProposedSources proposal={proposal} />),
                linked(files.href, t("files.title"), files.names.join(", ")),
              ]
            : []),
          ...further.map(row),
        ]}
      />
    </Section>
  );
}

/** What the question itself asks. */
function useOwnAnswers(proposal: ChangeProposal, rows: readonly ChangedFact[]): readonly Answer[] {
  const t = useTranslations("reports.change");
  const inWords = useDates();
  const words = useChangeWords();
  const after = (wanted: ChangedFact["field"]) =>
    words(rows.find(({ field }) => field === wanted)?.after ?? null);
  switch (proposal.kind) {
    case "still-there":
      return [];
    case "correction": {
      const [first] = rows;
      return first ? [["fact", t(`rows.${first.field}`), words(first.after)]] : [];
    }
    case "same-as":
      return [["twin", t("rows.same-as"), after("same-as")]];
    case "not-outsourced":
      return [
        ...(proposal.mapped === ""
          ? []
          : [["check", t("form.mapped"), t(`mapped.${proposal.mapped}`)] as const]),
        ["check", t("form.proof"), t(`proofs.${proposal.proof}`)],
        ["check", t("form.checkedOn"), inWords(proposal.checkedOn)],
      ];
    case "change": {
      const isEnd = proposal.change === "ended";
      const on = isEnd ? t("steps.title.whenEnded") : t("form.on");
      const when: Answer = ["when", on, proposal.on && inWords(proposal.on)];
      if (isEnd) return [when];
      return proposal.change === "moved"
        ? [["where", t("rows.place"), after("place")], when]
        : [["who", t("rows.provider"), after("provider")], when];
    }
  }
}

/** What may be said besides. */
function useFurtherAnswers(proposal: ChangeProposal): readonly Answer[] {
  const t = useTranslations("reports");
  const kinds = useTranslations("services.providerKind");
  const note: Answer = ["sources" in proposal ? "source" : "twin", t("fields.note"), proposal.note];
  if (proposal.kind !== "change" || proposal.change !== "new-provider") return [note];
  const { providerKind } = proposal;
  return [["source", t("new.providerKind"), providerKind && kinds(providerKind)], note];
}

/** Exactly what everybody could read of the entry once it is approved, and what nobody ever will. */
export function ChangePublic({
  proposal,
  rows,
  hasFiles,
}: Pick<Props, "proposal" | "rows"> & { hasFiles: boolean }) {
  const t = useTranslations("reports");
  const review = useTranslations("reports.steps.review");
  const never = [
    review("you"),
    ...(proposal.note ? [review("note")] : []),
    ...(hasFiles ? [review("files")] : []),
    review("thoughts"),
  ];
  return (
    <>
      <Section id="public" title={review("publicTitle")} note={review("publicNote")}>
        <div className="space-y-4">
          <p className="max-w-line">{t(`change.means.${meaningOf(proposal)}`)}</p>
          <ChangeRowsTable rows={rows} />
          {"sources" in proposal ? (
            <Facts
              facts={[
                {
                  id: "sources",
                  name: t("fields.sources"),
                  value: <ProposedSources proposal={proposal} />,
                },
              ]}
            />
          ) : null}
        </div>
      </Section>
      <NeverPublic lines={never} />
    </>
  );
}
