import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { useMoments } from "@/components/layout/moments";
import { StateBadge } from "@/components/reports/state-badge";
import type { ReportState } from "@/domain/reports/report-state";

type Standing = {
  state: ReportState;
  viewer: string;
  hasBeenAppealed: boolean;
  publishedAs: { slug: string; name: string } | null;
  sameAs: { slug: string; name: string } | null;
  takenBackAt: Date | null;
  isJoined: boolean;
};

/** How a report stands and what happens next, in plain words. */
export function ReportStanding({ report }: { report: Standing }) {
  const t = useTranslations("reports");
  const { state, publishedAs, sameAs, takenBackAt } = report;
  const { day } = useMoments();
  const isFinal = report.hasBeenAppealed && (state === "rejected" || state === "duplicate");
  return (
    <div className="my-6 max-w-line space-y-2">
      <p>
        <StateBadge state={state} />
      </p>
      {report.viewer === "author" && !takenBackAt ? (
        <p>{isFinal ? t("nextAppealed") : t(`next.${state}`)}</p>
      ) : null}
      {takenBackAt ? <p>{t("one.takenBackOn", { date: day(takenBackAt), viewer: report.viewer })}</p> : null}
      {publishedAs ? (
        <p>
          {t("one.publishedLink")}:{" "}
          <LocalLink href={`/services/${publishedAs.slug}`}>{publishedAs.name}</LocalLink>
        </p>
      ) : null}
      {report.isJoined && state === "duplicate" ? <p>{t("one.joined")}</p> : null}
      {sameAs ? (
        <p>
          {t("one.duplicateLink")}: <LocalLink href={`/services/${sameAs.slug}`}>{sameAs.name}</LocalLink>
        </p>
      ) : null}
    </div>
  );
}
