import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalLink } from "@/components/layout/local-link";
import { Section } from "@/components/ui/section";

/** How an answer stands on the last page of a report: with a link to the page that asks, where it is changed. */
export function useAnswerRow(): (
  href: string,
  name: string,
  value: ReactNode,
) => { id: string; name: string; value: ReactNode } {
  const t = useTranslations("reports");
  const none = <span className="text-ink-soft">{t("one.notGiven")}</span>;
  return (href, name, value) => ({
    id: name,
    name,
    value: (
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <div className="min-w-0 max-w-full break-words">{value || none}</div>
        <LocalLink href={href} className="inline-flex min-h-11 items-center">
          {t("steps.review.change")} <span className="sr-only">{name}</span>
        </LocalLink>
      </div>
    ),
  });
}

/** What nobody will ever read of a report on a public page. */
export function NeverPublic({ lines }: { lines: readonly string[] }) {
  const t = useTranslations("reports.steps.review");
  return (
    <Section id="never" title={t("neverTitle")}>
      <ul className="max-w-line list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
