import { useTranslations } from "next-intl";
import { useDates } from "@/components/layout/date-text";
import { LocalLink } from "@/components/layout/local-link";
import { Section } from "@/components/ui/section";
import type { NoticeLead } from "@/domain/places/lead";

/** Awarded contracts of which nobody has said where the care is, each with the document that its import cites. */
export function NoticeLeads({ leads }: { leads: readonly NoticeLead[] }) {
  const t = useTranslations("leads.notices");
  const inWords = useDates();
  const period = ({ startsOn, endsOn }: NoticeLead) => [
    ...(startsOn ? [t("starts", { date: inWords(startsOn) })] : []),
    ...(endsOn ? [t("ends", { date: inWords(endsOn) })] : []),
  ];
  return (
    <Section id="notices" title={t("title")} note={t("note", { count: leads.length })}>
      <ul className="border-ink border-t-2">
        {leads.map((lead) => (
          <li key={lead.key} className="border-rule border-b py-2">
            <p className="font-semibold">
              {t("who", { supplier: lead.supplier, buyer: lead.buyer || "none" })}
            </p>
            {lead.title ? <p>{lead.title}</p> : null}
            <p className="text-ink-soft">
              {[
                ...period(lead),
                ...(/^\d+$/.test(lead.pounds) ? [t("value", { pounds: Number(lead.pounds) })] : []),
                t("reference", { reference: lead.reference }),
              ].join(" · ")}
            </p>
            <p className="text-ink-soft">
              {lead.source.url ? <a href={lead.source.url}>{lead.source.title}</a> : lead.source.title},{" "}
              {lead.source.publisher}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <LocalLink href="/reports/new" className="inline-flex min-h-11 items-center">
          {t("report")}
        </LocalLink>
      </p>
    </Section>
  );
}
