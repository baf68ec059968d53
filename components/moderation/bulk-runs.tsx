import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import type { BulkPhase, BulkVerdict } from "@/domain/reports/bulk";

type Run = { id: string; verdict: BulkVerdict; phase: BulkPhase; createdAt: Date; count: number };

/** What a moderator decided together last: the way back to what is half done, or should be taken back. */
export function BulkRuns({ runs }: { runs: readonly Run[] }) {
  const t = useTranslations("moderation.bulk");
  const format = useMoments();
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="runs-title">
      <h2 id="runs-title" className="mt-10">
        {t("runsTitle")}
      </h2>
      <ul>
        {runs.map(({ id, verdict, phase, createdAt, count }) => (
          <li key={id} className="py-2">
            <LocalLink href={`/moderation/several/${id}`}>{t(`verdict.${verdict}`, { count })}</LocalLink>{" "}
            <span className="text-ink-soft">
              {format.moment(createdAt)}, {t(`was.${phase}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
