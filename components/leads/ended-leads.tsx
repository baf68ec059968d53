import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { dateInWords } from "@/domain/dates/in-words";
import type { ContractLead } from "@/domain/places/register-place";

/** Practices of the list without an active entry: named, so that the count is whole, but at no place to report at. */
export function EndedLeads({ leads }: { leads: readonly ContractLead[] }) {
  const t = useTranslations("leads.ended");
  const locale = useLocale();
  const standing = ({ entry, endedOn }: ContractLead) => {
    if (entry === "dormant") return t("dormant");
    return endedOn === null ? t("undated") : t("on", { date: dateInWords(endedOn, locale) });
  };
  return (
    <Section id="ended" title={t("title")} note={t("note", { count: leads.length })}>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{t("show")}</summary>
        <ul>
          {leads.map((lead) => (
            <li key={lead.code} className="py-1">
              {lead.name}, {lead.postcode} ({lead.code}): {standing(lead)}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
