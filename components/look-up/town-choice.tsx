import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import { Notice } from "@/components/ui/notice";
import type { FoundName } from "@/domain/search/results";
import { MOST_OFFERED } from "@/domain/search/settlement";

/** A town: the constituency it is in, or those to choose from; and the council, which most towns have one of. */
export function TownChoice({ town }: { town: Extract<FoundName, { kind: "settlement" }> }) {
  const t = useTranslations("look-up.town");
  const localName = useLocalName();
  const { constituencies, council } = town;
  const name = localName(town);
  const [only] = constituencies;
  const isOne = constituencies.length === 1 && only;
  return (
    <Notice
      title={
        isOne
          ? t("inOne", { town: name, constituency: localName(only) })
          : t("inSeveral", { town: name, count: constituencies.length })
      }
    >
      <p>{isOne ? t("approximateOne") : t("approximate")}</p>
      {constituencies.length <= MOST_OFFERED ? (
        <ul className="sm:columns-2">
          {constituencies.map((area) => (
            <li key={area.code} className="break-inside-avoid">
              <LocalLink
                href={`/areas/constituency/${area.slug}`}
                className="inline-block min-h-11 py-2 font-semibold text-lg leading-snug"
              >
                <LocalName name={area.name} nameCy={area.nameCy} />
              </LocalLink>
            </li>
          ))}
        </ul>
      ) : null}
      {council ? (
        <p>
          {t("council", { town: name })}{" "}
          <LocalLink href={`/areas/council/${council.slug}`} className="inline-block py-2 font-semibold">
            <LocalName name={council.name} nameCy={council.nameCy} />
          </LocalLink>
        </p>
      ) : null}
      <p className="text-base text-ink-soft">{t("credit")}</p>
    </Notice>
  );
}
