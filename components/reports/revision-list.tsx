import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import { FormChanges } from "@/components/reports/form-changes";
import { ProposalFacts } from "@/components/reports/proposal-facts";
import type { FormChange } from "@/domain/reports/form-changes";
import type { NewServiceProposal } from "@/domain/reports/proposal";

type Revision = { number: number; submittedAt: Date; proposal: NewServiceProposal };

/** The newest revision in full, the ones before it folded away. Newest first. */
export function RevisionList({
  revisions: [newest, ...earlier],
  changed,
}: {
  revisions: readonly Revision[];
  /** By number of a revision, what it says that the one before did not. */
  changed: Readonly<Record<number, readonly FormChange[]>>;
}) {
  const t = useTranslations("reports.one");
  const format = useMoments();
  const title = ({ number, submittedAt }: Revision) =>
    t("revision", {
      number,
      date: format.moment(submittedAt),
    });
  if (!newest) return null;
  return (
    <>
      <p className="mb-2 text-ink-soft">{title(newest)}</p>
      <ChangedSince changes={changed[newest.number]} />
      <ProposalFacts proposal={newest.proposal} />
      {earlier.length > 0 ? (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("earlier")}</summary>
          {earlier.map((revision) => (
            <div key={revision.number} className="mt-4">
              <p className="mb-2 text-ink-soft">{title(revision)}</p>
              <ChangedSince changes={changed[revision.number]} />
              <ProposalFacts proposal={revision.proposal} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

/** What a version says that the one before it did not; nothing of the first one. */
export function ChangedSince({ changes }: { changes: readonly FormChange[] | undefined }) {
  const t = useTranslations("reports.changed");
  if (!changes) return null;
  return (
    <div className="mb-4 max-w-line border-accent border-l-4 pl-4">
      <h3 className="text-xl">{t("title")}</h3>
      {changes.length > 0 ? <FormChanges changes={changes} /> : <p>{t("nothing")}</p>}
    </div>
  );
}
