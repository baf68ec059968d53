import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { ChangeTable } from "@/components/moderation/change-table";
import { useChangeWords } from "@/components/reports/change-value";
import { ProposedSources } from "@/components/reports/proposal-facts";
import { ChangedSince } from "@/components/reports/revision-list";
import { Section } from "@/components/ui/section";
import { type EntryType, entryPath } from "@/domain/records/entry-path";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import type { ChangedFact } from "@/domain/reports/changed-fact";
import type { FormChange } from "@/domain/reports/form-changes";

export type ShownChange = {
  entry: { type: EntryType; slug: string; name: string } | undefined;
  rows: readonly ChangedFact[];
  revisions: readonly { number: number; submittedAt: Date; proposal: ChangeProposal }[];
};

/** What a report about an entry would change: now, and after approval; then its sources and the author's note. */
export function ChangeFacts({
  change,
  changed,
}: {
  change: ShownChange;
  /** By number of a revision, what it says that the one before did not. */
  changed: Readonly<Record<number, readonly FormChange[]>>;
}) {
  const t = useTranslations("reports.change");
  const none = useTranslations("moderation.one")("nothingYet");
  const words = useChangeWords();
  const format = useMoments();
  const { entry, rows, revisions } = change;
  const [newest] = revisions;
  if (!newest) return null;
  const { proposal } = newest;
  const rowsInWords = rows.map(({ field, before, after }, index) => ({
    id: `${field}-${index}`,
    part: t(`rows.${field}`),
    before: words(before) ?? none,
    after: words(after) ?? none,
  }));
  return (
    <>
      <ChangedSince changes={changed[newest.number]} />
      <Section id="changes" title={t("changesTitle")}>
        <div className="space-y-4">
          <p>
            {t("about")}{" "}
            {entry ? <LocalLink href={entryPath(entry.type, entry.slug)}>{entry.name}</LocalLink> : t("gone")}
          </p>
          <p>{t(`means.${meaningOf(proposal)}`)}</p>
          {rows.some(({ field }) => field === "on-map") ? (
            <p className="font-semibold">{t("onMapMeans")}</p>
          ) : null}
          <ChangeTable rows={rowsInWords} />
        </div>
      </Section>
      {"sources" in proposal ? (
        <Section id="sources" title={t("sourcesTitle")}>
          <ProposedSources proposal={proposal} />
        </Section>
      ) : null}
      {proposal.note ? (
        <Section id="note" title={t("noteTitle")}>
          <p className="max-w-line whitespace-pre-line">{proposal.note}</p>
        </Section>
      ) : null}
      <p className="text-ink-soft">
        {t("version", { number: newest.number, date: format.moment(newest.submittedAt) })}
      </p>
    </>
  );
}

/** The key of the sentence that says what approval does. */
function meaningOf(proposal: ChangeProposal) {
  return proposal.kind === "change" ? proposal.change : proposal.kind;
}
