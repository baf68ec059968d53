import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { isLookUpProblem } from "@/domain/look-up/problem";
import { loadPartial } from "@/server/look-up/load-partial";

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

/** Where a look-up without an answer lands when no script runs: which problem it was, what to do, and the box again. */
export default async function LookUpPage({ params, searchParams }: Props) {
  await pageLocale(params);
  const t = await getTranslations("look-up");
  const { problem, near } = await searchParams;
  const kind = isLookUpProblem(problem) ? problem : null;
  const outcode = typeof near === "string" && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(near) ? near : null;
  const areas = kind === "partial" && outcode ? await loadPartial(outcode) : [];
  return (
    <>
      <PageTitle>{kind ? t("problemTitle") : t("title")}</PageTitle>
      <div className="max-w-line space-y-6">
        <LookUpBox problem={kind} />
        {outcode ? (
          <p>
            {t("near", { near: outcode })} {t("typeAgain")}
          </p>
        ) : null}
        {areas.length > 0 && outcode ? (
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
        ) : null}
        <p>
          <LocalLink href="/areas">{t("allAreas")}</LocalLink>
        </p>
      </div>
    </>
  );
}
