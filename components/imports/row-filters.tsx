import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { IMPORT_OUTCOMES } from "@/domain/imports/outcome";

/** Which rows are shown; plain links, so that the choice stands in the address. */
export function RowFilters({ chosen, path, refused }: { chosen: string; path: string; refused: number }) {
  const t = useTranslations("imports");
  const ways = [
    { show: "", text: t("one.filterAll") },
    { show: "warnings", text: t("one.filterWarnings") },
    ...IMPORT_OUTCOMES.map((show) => ({ show, text: t(`outcomes.${show}`) })),
    { show: "left-out", text: t("one.filterLeftOut") },
  ];
  return (
    <>
      <nav aria-label={t("one.filters")}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {ways.map(({ show, text }) => (
            <li key={show}>
              <LocalLink
                href={show === "" ? `${path}#rows` : `${path}?show=${show}#rows`}
                aria-current={show === chosen ? "page" : undefined}
                className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
              >
                {text}
              </LocalLink>
            </li>
          ))}
        </ul>
      </nav>
      {refused > 0 ? (
        <p className="py-2">
          <LocalLink href={`${path}/refused`}>{t("one.refusedCsv")}</LocalLink>
        </p>
      ) : null}
    </>
  );
}
