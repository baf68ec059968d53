import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import type { DoubtLeads } from "@/domain/registrations/doubted-practices";

/** Practices whose registration is in doubt, behind each reason with how many there are, each with the way to report what is right. */
export function DoubtLeadList({ leads }: { leads: DoubtLeads }) {
  const t = useTranslations("leads.doubts");
  const why = useTranslations("services.claim.registrationDoubt");
  return (
    <Section id="doubts" title={t("title")} note={t("note", { count: leads.practices })}>
      {leads.reasons.map(({ doubt, practices }) => (
        <details key={doubt} className="border-rule border-b">
          <summary className="ml-5 min-h-11 cursor-pointer list-outside py-2">
            <span className="inline-block font-semibold text-accent first-letter:uppercase">
              {why(doubt)}
            </span>{" "}
            {t("count", { count: practices.length })}
          </summary>
          <ul>
            {practices.map(({ slug, name, nameCy, town }) => (
              <li key={slug} className="flex flex-wrap items-center gap-x-4 border-rule border-t">
                <LocalLink
                  href={`/places/${slug}`}
                  className="inline-flex min-h-11 items-center font-semibold"
                >
                  <LocalName name={name} nameCy={nameCy} />
                </LocalLink>
                {town === "" ? null : <span className="text-ink-soft">{town}</span>}
                <LocalLink
                  href={`/reports/change?place=${slug}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {t("report")} <span className="sr-only">{t("of", { name })}</span>
                </LocalLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}
