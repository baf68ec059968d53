import { useTranslations } from "next-intl";
import { LocalName } from "@/components/layout/local-name";
import { LeadList } from "@/components/leads/lead-list";
import { type Lead, leadsByHealthBody } from "@/domain/places/lead";

/** All leads, each health body's behind its name: more than two hundred of them are no page for a phone. Needs no scripts. */
export function LeadsByHealthBody({ leads }: { leads: readonly Lead[] }) {
  const t = useTranslations("leads");
  return (
    <div className="border-ink border-t-2">
      {leadsByHealthBody(leads).map(({ healthBody, leads: own }) => (
        <details key={healthBody?.slug ?? ""} className="border-rule border-b">
          <summary className="min-h-11 cursor-pointer py-2">
            <span className="font-semibold">
              {healthBody ? (
                <LocalName name={healthBody.name} nameCy={healthBody.nameCy} />
              ) : (
                t("noHealthBody")
              )}
            </span>{" "}
            <span className="text-ink-soft">{t("perBoard", { count: own.length })}</span>
          </summary>
          <div className="pb-4">
            <LeadList leads={own} />
          </div>
        </details>
      ))}
    </div>
  );
}
