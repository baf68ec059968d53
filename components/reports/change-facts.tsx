import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { type ChangeRow, ChangeTable } from "@/components/moderation/change-table";
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

type Props = {
  change: ShownChange;
  /** By number of a revision, what it says that the one before did not. */
  changed: Readonly<Record<number, readonly FormChange[]>>;
};

/** What a report about an entry would change: now, and after approval; then its sources and the author's note. */
export function ChangeFacts({ change, changed }: Props) {
  const t = useTranslations("reports.change");
  return (
    <>
      <Section id="changes" title={t("changesTitle")}>
        <div className="space-y-4">
          <ChangeMeans change={change} changed={changed} />
          <ChangeRowsTable rows={change.rows} />
        </div>
      </Section>
      <ChangeSaid change={change} />
    </>
  );
}

/** Which entry it is about and what approval does, with what this version says that the one before did not. */
export function ChangeMeans({ change, changed }: Props) {
  const t = useTranslations("reports.change");
  const { entry, rows, revisions } = change;
  const [newest] = revisions;
  if (!newest) return null;
  return (
    <>
      <ChangedSince changes={changed[newest.number]} />
      <p>
        {t("about")}{" "}
        {entry ? <LocalLink href={entryPath(entry.type, entry.slug)}>{entry.name}</LocalLink> : t("gone")}
      </p>
      <p>{t(`means.${meaningOf(newest.proposal)}`)}</p>
      {rows.some(({ field }) => field === "on-map") ? (
        <p className="font-semibold">{t("onMapMeans")}</p>
      ) : null}
    </>
  );
}

/** The sources of the newest version, and what its author wrote to the moderators. @param children what stands between the two */
export function ChangeSaid({ change, children }: { change: ShownChange; children?: ReactNode }) {
  const t = useTranslations("reports.change");
  const format = useMoments();
  const [newest] = change.revisions;
  if (!newest) return null;
  const { proposal } = newest;
  return (
    <>
      {"sources" in proposal ? (
        <Section id="sources" title={t("sourcesTitle")}>
          <ProposedSources proposal={proposal} />
        </Section>
      ) : null}
      {children}
      {proposal.note ? (
        <Section id="note" title={t("noteTitle")}>
          <p className="max-w-line whitespace-pre-line">{proposal.note}</p>
        </Section>
      ) : null}
      <p className="mt-4 text-ink-soft">
        {t("version", { number: newest.number, date: format.moment(newest.submittedAt) })}
      </p>
    </>
  );
}

/** What would change, as a table: now, and after approval. */
export function ChangeRowsTable({ rows }: { rows: readonly ChangedFact[] }) {
  return <ChangeTable rows={useChangeRows(rows)} />;
}

/** What would change, in words: for a table, or beside a verdict. */
export function useChangeRows(rows: readonly ChangedFact[]): ChangeRow[] {
  const t = useTranslations("reports.change");
  const none = useTranslations("moderation.one")("nothingYet");
  const words = useChangeWords();
  return rows.map(({ field, before, after }, index) => ({
    id: `${field}-${index}`,
    part: t(`rows.${field}`),
    before: words(before) ?? none,
    after: words(after) ?? none,
  }));
}

/** The key of the sentence that says what approval does. */
export function meaningOf(proposal: ChangeProposal) {
  // Two services gain each other's sources; of places and organisations all that is there is followed.
  if (proposal.kind === "same-as" && "recordId" in proposal) return "same-record";
  return proposal.kind === "change" ? proposal.change : proposal.kind;
}
