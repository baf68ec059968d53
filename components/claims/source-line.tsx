import { useTranslations } from "next-intl";
import { DateText } from "@/components/layout/date-text";
import type { SourceRead } from "@/domain/claims/reading";

type Shown = Pick<SourceRead, "title" | "publisher" | "url" | "publishedOn">;

/** A source as it is cited: title (linked where it is on the web), publisher, date. */
export function SourceLine({ source }: { source: Shown }) {
  const t = useTranslations("services.claim");
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
      {source.publishedOn ? <DateText date={source.publishedOn} /> : t("undated")}
    </>
  );
}
