import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/layout/local-link";
import { TipLink } from "@/components/tips/tip-link";
import { buttonClasses } from "@/components/ui/button";
import type { Nation } from "@/domain/areas/area";
import { COMPLAINT_PAGES } from "@/domain/areas/complaints";

/** How to tell us of what we missed, and, folded, who answers for health in this nation and how to complain. */
export function WhatToDo({
  nation,
  reportPath,
  toDoPath,
  areaRef,
  areaInWords,
}: {
  nation: Nation;
  reportPath: string;
  /** Of the list of what is not known here yet; null where an area has none. */
  toDoPath: string | null;
  /** The area in the addresses of what can be sent without an account. */
  areaRef: string;
  areaInWords: string;
}) {
  const t = useTranslations("areas.page");
  const common = useTranslations("common.complaints");
  return (
    <div className="grid gap-4 md:grid-cols-2 md:gap-8">
      <div className="space-y-3">
        <h3>{t("missedTitle")}</h3>
        <p>
          <LocalLink href={reportPath} className={buttonClasses("secondary")}>
            {t("missed", { area: areaInWords })}
          </LocalLink>
        </p>
        <p>{t("missedNote")}</p>
        {toDoPath ? (
          <p>
            <LocalLink href={toDoPath}>{t("toDo")}</LocalLink>
          </p>
        ) : null}
        <p>
          <TipLink area={areaRef} />
          <br />
          <LocalLink href={`/complaints/areas/${areaRef}`} className="inline-flex min-h-11 items-center">
            {t("problem")}
          </LocalLink>
        </p>
      </div>
      <details>
        <summary className="py-2.5 font-semibold">{t("complain")}</summary>
        <div className="space-y-3">
          <p>{t(`responsible.${nation}`)}</p>
          <p>{t("freeCare")}</p>
          <p>
            <a href={COMPLAINT_PAGES[nation]} rel="noopener">
              {common(nation)}
            </a>
          </p>
        </div>
      </details>
    </div>
  );
}
