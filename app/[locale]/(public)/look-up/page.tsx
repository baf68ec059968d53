import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { nearServices } from "@/app/[locale]/(public)/near/[outcode]/near-services";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { StructuredPage } from "@/app/i18n/structured-data";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { AreaChoice } from "@/components/look-up/area-choice";
import { CountyChoice } from "@/components/look-up/county-choice";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { PartialAreas } from "@/components/look-up/partial-areas";
import { PostcodeData } from "@/components/look-up/postcode-data";
import { TownChoice } from "@/components/look-up/town-choice";
import { NearPage } from "@/components/near/near-page";
import { isLookUpProblem, readBy, readChoice } from "@/domain/look-up/problem";
import { readAlternatives, readUnit } from "@/server/look-up/alternatives-headers";
import { loadChoice } from "@/server/look-up/load-choice";
import { loadPartial } from "@/server/look-up/load-partial";
import { loadPostcodeData } from "@/server/look-up/load-postcode-data";
import { loadNear } from "@/server/pages/load-near";
import { loadCounty, loadTown } from "@/server/search/load-town";

type Props = {
  params: Promise<{ locale: string; definition?: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("look-up");
  return {
    ...(await pageMetadata(locale, "/look-up", { title: t("title"), description: t("metaDescription") })),
    robots: { index: false },
  };
}

/**
 * Where a look-up without scripts lands: of a postcode, what is near it. And where one without one answer lands: near a boundary and for a town, the constituencies to choose between; for a
 * part of a postcode, the areas it lies in; else which problem it was, what to do, and the box again.
 */
export default async function LookUpPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const t = await getTranslations("look-up");
  const asking = await headers();
  const unit = readUnit(asking);
  const nearby = unit && (await loadNear(unit.outcode, await pageDefinition(params)));
  if (nearby) return <NearPage page={nearby} services={await nearServices(nearby)} posted={unit} />;
  const { problem, near, choose, by: askedBy, town: townAsked, county: countyAsked } = await searchParams;
  const asked = isLookUpProblem(problem) ? problem : null;
  const outcode = typeof near === "string" && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(near) ? near : null;
  const parts = asked === "partial" && outcode ? loadPartial(outcode) : [];
  // An address that somebody wrote by hand can name a district that is not.
  const kind = asked === "partial" && outcode && parts.length === 0 ? "unknown" : asked;
  const by = readBy(askedBy);
  const choice = await loadChoice(readChoice(choose, by));
  const town = loadTown(townAsked);
  const county = loadCounty(countyAsked);
  const title = kind ? t("problemTitle") : t("title");
  return (
    <>
      <StructuredPage locale={locale} path="/look-up" name={t("title")} type="SearchResultsPage" />
      <PageTitle>
        {choice.length > 0
          ? t("choose.pageTitle")
          : town
            ? t("town.pageTitle", { town: town.name })
            : county
              ? t("county.pageTitle", { county: county.name })
              : parts.length > 0
                ? t("partial.pageTitle", { near: outcode ?? "" })
                : title}
      </PageTitle>
      <div className="max-w-line space-y-6">
        {choice.length > 0 ? <AreaChoice areas={choice} by={by} /> : null}
        {town ? <TownChoice town={town} /> : null}
        {county ? <CountyChoice county={county} /> : null}
        <LookUpBox problem={kind} near={outcode} alternatives={readAlternatives(asking)}>
          {outcode && kind && parts.length === 0 ? (
            <p className="my-4">
              {t("near", { near: outcode })} {t("typeAgain")}
            </p>
          ) : null}
          <PartialAreas parts={parts} />
        </LookUpBox>
        <p>
          <LocalLink href="/areas">{t("allAreas")}</LocalLink>
        </p>
        <PostcodeData datasets={await loadPostcodeData()} />
      </div>
    </>
  );
}
