import { useTranslations } from "next-intl";
import { useMoments } from "@/components/layout/moments";
import { ProposalFacts } from "@/components/reports/proposal-facts";
import type { NewServiceProposal } from "@/domain/reports/proposal";

type Revision = { number: number; submittedAt: Date; proposal: NewServiceProposal };

/** The newest revision in full, the ones before it folded away. Newest first. */
export function RevisionList({ revisions: [newest, ...earlier] }: { revisions: readonly Revision[] }) {
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
      <ProposalFacts proposal={newest.proposal} />
      {earlier.length > 0 ? (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("earlier")}</summary>
          {earlier.map((revision) => (
            <div key={revision.number} className="mt-4">
              <p className="mb-2 text-ink-soft">{title(revision)}</p>
              <ProposalFacts proposal={revision.proposal} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}
