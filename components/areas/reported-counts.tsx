import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import type { ReportedCount } from "@/domain/figures/reported-count";

/** What others counted here, on their day. Never mixed with our own figures. */
export function ReportedCounts({ reported }: { reported: readonly ReportedCount[] }) {
  const t = useTranslations("areas.page");
  const inWords = useDates();
  if (reported.length === 0) return null;
  return (
    <section aria-labelledby="reported-title" className="mt-6 border-field border-l-4 pl-4">
      <h2 id="reported-title" className="font-sans text-base text-ink-soft">
        {t("reportedTitle")}
      </h2>
      {reported.map((one) => {
        const values = {
          count: one.count,
          counted: one.counted,
          by: one.by,
          publisher: one.publisher,
          sameBy: one.by === one.publisher ? "yes" : "no",
        };
        return (
          <p key={`${one.title} ${one.counted}`} className="max-w-line">
            {one.publishedOn
              ? t("reported", { ...values, date: inWords(one.publishedOn) })
              : t("reportedUndated", values)}{" "}
            {one.url ? (
              <a href={one.url} rel="nofollow noopener">
                {one.title}
              </a>
            ) : null}
          </p>
        );
      })}
      <p className="max-w-line text-base text-ink-soft">{t("reportedNote")}</p>
    </section>
  );
}
