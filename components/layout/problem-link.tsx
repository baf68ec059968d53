import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { buttonClasses } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

/** The ways to say that an entry is wrong, and of a service that is missing at a place or of an organisation. `record` is its page's path without the slash, such as "services/eye-care-at-x". */
export function ProblemLink({ record }: { record: string }) {
  const t = useTranslations("services.page");
  return (
    <Section id="problem" title={t("problemTitle")}>
      <p>
        <LocalLink href={`/complaints/${record}`} className={buttonClasses("secondary")}>
          {t("problem")}
        </LocalLink>{" "}
        <LocalLink href={`/reports/change?${entryQuery(record)}`} className={buttonClasses("secondary")}>
          {t("change")}
        </LocalLink>{" "}
        {record.startsWith("services/") ? null : (
          <LocalLink href={`/reports/new?${entryQuery(record)}`} className={buttonClasses("secondary")}>
            {t(record.startsWith("places/") ? "reportHere" : "reportRun")}
          </LocalLink>
        )}
      </p>
      <p className="mt-3 max-w-line">{t("problemNote")}</p>
    </Section>
  );
}

/** "services/eye-care-at-x" -> "service=eye-care-at-x" */
function entryQuery(record: string): string {
  const [folder = "", slug = ""] = record.split("/");
  return new URLSearchParams({ [folder.slice(0, -1)]: slug }).toString();
}
