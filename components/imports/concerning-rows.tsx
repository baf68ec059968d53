import { useLocale, useTranslations } from "next-intl";
import { useRowWords } from "@/components/imports/use-row-words";
import { Section } from "@/components/ui/section";
import { dateInWords } from "@/domain/dates/in-words";
import type { ConcerningRow } from "@/domain/imports/concerning-row";

type Props = { rows: readonly ConcerningRow[]; source: { title: string } };

/** The rows of an import that concern one organisation, as they stand in the file that is sent to it. */
export function ConcerningRows({ rows, source }: Props) {
  const t = useTranslations("imports.organisations");
  const words = useRowWords();
  const locale = useLocale();
  return (
    <Section
      id="rows"
      title={t("rowsTitle", { name: rows[0]?.organisation ?? "" })}
      note={t("source", { title: source.title })}
    >
      <ul className="border-ink border-t-2">
        {rows.map(({ number, place, code, registered, speaksOf, shownNow, plan, warnings }) => {
          const lines = [...(plan?.changes ?? []).map(words.change), ...warnings.map(words.problem)];
          return (
            <li key={number} className="border-rule border-b py-3">
              <p className="font-semibold">
                {place} ({code})
              </p>
              <p className="text-ink-soft">
                {t("copyOf", { date: dateInWords(speaksOf, locale) })}
                {registered ? ` · ${t("since")}: ${dateInWords(registered.since, locale)}` : null}
                {` · ${t("now")}: ${shownNow === "" ? t("nothing") : shownNow}`}
              </p>
              {registered ? (
                <p>
                  <a href={registered.checkAt} rel="nofollow noopener noreferrer">
                    {t("check", { place })}
                  </a>
                </p>
              ) : null}
              <ul className="mt-1 list-disc break-words pl-5">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
