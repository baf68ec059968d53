import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import type { ClinicLead } from "@/domain/places/lead";

/** Clinics known by their town only, each with where to look and the way to report the address. */
export function ClinicLeads({ leads }: { leads: readonly ClinicLead[] }) {
  const t = useTranslations("leads.clinics");
  return (
    <Section id="clinics" title={t("title")} note={t("note", { count: leads.length })}>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("show")}</summary>
        <ul>
          {leads.map(({ slug, name, nameCy, town, page }) => (
            <li key={slug} className="flex flex-wrap items-center gap-x-4 border-rule border-b">
              <LocalLink href={`/places/${slug}`} className="inline-flex min-h-11 items-center font-semibold">
                <LocalName name={name} nameCy={nameCy} />
              </LocalLink>
              {town === "" ? null : <span className="text-ink-soft">{town}</span>}
              {page === null ? null : (
                <a href={page} rel="nofollow noopener" className="inline-flex min-h-11 items-center">
                  {t("page")} <span className="sr-only">{t("of", { name })}</span>
                </a>
              )}
              <LocalLink
                href={`/reports/change?place=${slug}&question=wrong&field=address`}
                className="inline-flex min-h-11 items-center"
              >
                {t("report")} <span className="sr-only">{t("of", { name })}</span>
              </LocalLink>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
