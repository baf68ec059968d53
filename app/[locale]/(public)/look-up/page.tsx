import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { AreaChoice, PartialAreas } from "@/components/look-up/area-choice";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { TownChoice } from "@/components/look-up/town-choice";
import { isLookUpProblem, readChoice } from "@/domain/look-up/problem";
import { loadChoice } from "@/server/look-up/load-choice";
import { loadPartial } from "@/server/look-up/load-partial";
import { loadTown } from "@/server/search/load-town";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("look-up");
  return {
    ...pageMetadata(locale, "/look-up", { title: t("title"), description: t("metaDescription") }),
    robots: { index: false },
  };
}

/**
 * Where a look-up without one answer lands: near a boundary and for a town, the constituencies to choose between; else
 * which problem it was, what to do, and the box again.
 */
export default async function LookUpPage({ params, searchParams }: Props) {
  await pageLocale(params);
  const t = await getTranslations("look-up");
  const { problem, near, choose, by, town: townAsked } = await searchParams;
  const kind = isLookUpProblem(problem) ? problem : null;
  const outcode = typeof near === "string" && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(near) ? near : null;
  const areas = kind === "partial" && outcode ? await loadPartial(outcode) : [];
  const choice = await loadChoice(readChoice(choose));
  const town = loadTown(townAsked);
  const title = kind ? t("problemTitle") : t("title");
  return (
    <>
      <PageTitle>
        {choice.length > 0 ? t("choose.pageTitle") : town ? t("town.pageTitle", { town: town.name }) : title}
      </PageTitle>
      <div className="max-w-line space-y-6">
        {choice.length > 0 ? (
          <AreaChoice areas={choice} by={by === "location" ? "location" : "postcode"} />
        ) : null}
        {town ? <TownChoice town={town} /> : null}
        <LookUpBox problem={kind} />
        {outcode ? (
          <p>
            {t("near", { near: outcode })} {t("typeAgain")}
          </p>
        ) : null}
        {areas.length > 0 && outcode ? <PartialAreas outcode={outcode} areas={areas} /> : null}
        <p>
          <LocalLink href="/areas">{t("allAreas")}</LocalLink>
        </p>
      </div>
    </>
  );
}
