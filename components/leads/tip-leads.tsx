import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Section } from "@/components/ui/section";
import type { TipLead } from "@/domain/tips/tip";

/** What readers told us of, for whoever finds a source. */
export function TipLeads({ leads }: { leads: readonly TipLead[] }) {
  const t = useTranslations("leads.tips");
  return (
    <Section id="tips" title={t("title")} note={t("note", { count: leads.length })}>
      <ul className="border-ink border-t-2">
        {leads.map(({ id, area, whereabouts, text, link, isShown }) => (
          <li key={id} className="border-rule border-b py-2">
            <p className="font-semibold">
              {whereabouts}
              {area ? (
                <>
                  {" · "}
                  <LocalName name={area.name} nameCy={area.nameCy} />
                </>
              ) : null}
            </p>
            {isShown ? null : <p className="text-ink-soft">{t("unread")}</p>}
            <p className="max-w-line whitespace-pre-line">{text}</p>
            {link === null ? null : (
              <p>
                <a href={link} rel="nofollow noopener ugc">
                  {t("source")}
                </a>
              </p>
            )}
            <LocalLink href={`/reports/new?tip=${id}`} className="inline-flex min-h-11 items-center">
              {t("report")}
              <span className="sr-only"> {t("of", { where: whereabouts })}</span>
            </LocalLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
