import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { Notice } from "@/components/ui/notice";
import type { AreaSummary } from "@/domain/areas/area-page";

/** Near a boundary: the constituencies, so that the reader says which one is theirs. `by` is what was looked up. */
export function AreaChoice({ areas, by }: { areas: readonly AreaSummary[]; by: "postcode" | "location" }) {
  const t = useTranslations(by === "location" ? "look-up.chooseByLocation" : "look-up.choose");
  return (
    <Notice title={t("title")}>
      <p>{t("why")}</p>
      <ul>
        {areas.map((area) => (
          <li key={area.id}>
            <LocalLink
              href={`/areas/${area.kind}/${area.slug}`}
              className="inline-block py-2 font-semibold text-lg"
            >
              <LocalName name={area.nameEn} nameCy={area.nameCy} />
            </LocalLink>
          </li>
        ))}
      </ul>
      <p>{t("order")}</p>
    </Notice>
  );
}

/** The constituencies that a partial postcode lies in, the largest part first. */
export function PartialAreas({ outcode, areas }: { outcode: string; areas: readonly AreaSummary[] }) {
  const t = useTranslations("look-up");
  return (
    <div>
      <p>{t("partialAreas", { near: outcode })}</p>
      <ul>
        {areas.map((area) => (
          <li key={area.id}>
            <LocalLink href={`/areas/constituency/${area.slug}`} className="inline-block py-1">
              <LocalName name={area.nameEn} nameCy={area.nameCy} />
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
