import { useTranslations } from "next-intl";
import { DateText, useDates } from "@/components/layout/date-text";
import type { SourceRead } from "@/domain/claims/reading";
import { periodOf } from "@/domain/dates/period";

type Shown = Pick<SourceRead, "title" | "publisher" | "url" | "publishedOn" | "periodFrom" | "periodTo">;

/** A source as it is cited: title (linked where it is on the web), publisher, date; without a date, the time it is about. */
export function SourceLine({ source }: { source: Shown }) {
  const t = useTranslations("services.claim");
  const inWords = useDates();
  const undated = () => {
    const { from, to } = periodOf(source.periodFrom, source.periodTo);
    return from ? t("about", { from: inWords(from), to: to ? inWords(to) : "none" }) : t("undated");
  };
  return (
    <>
      {source.title === null ? (
        <span className="italic">{t("titleHidden")}</span>
      ) : source.url ? (
        <a href={source.url} rel="nofollow noopener ugc">
          {source.title}
        </a>
      ) : (
        <cite className="not-italic">{source.title}</cite>
      )}
      {`, ${source.publisher}, `}
      {source.publishedOn ? <DateText date={source.publishedOn} /> : undated()}
    </>
  );
}
