import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Notice } from "@/components/ui/notice";
import type { FoundName } from "@/domain/search/results";

/** A county and its councils: a county itself is no area that anything is counted for. */
export function CountyChoice({ county }: { county: Extract<FoundName, { kind: "county" }> }) {
  const t = useTranslations("look-up.county");
  const { name, councils } = county;
  return (
    <Notice title={t("title", { county: name, count: councils.length })}>
      <p>{t("why")}</p>
      <ul className="sm:columns-2">
        {councils.map((area) => (
          <li key={area.code} className="break-inside-avoid">
            <LocalLink
              href={`/areas/council/${area.slug}`}
              className="inline-block min-h-11 py-2 font-semibold text-lg leading-snug"
            >
              <LocalName name={area.name} nameCy={area.nameCy} />
            </LocalLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
