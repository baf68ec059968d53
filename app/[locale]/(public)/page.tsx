import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { countingTitle } from "@/app/i18n/counting-title";
import { pageDefinition, pageLocale } from "@/app/i18n/page-locale";
import { pageMetadata } from "@/app/i18n/page-metadata";
import { ReportedCounts } from "@/components/areas/reported-counts";
import { CountingLine } from "@/components/counting/counting-line";
import { LocalLink } from "@/components/layout/local-link";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { MapSection } from "@/components/map/map-section";
import { HomeCounts } from "@/components/services/home-counts";
import { ListTotalsLine } from "@/components/services/list-totals-line";
import { ServiceList } from "@/components/services/service-list";
import { Section } from "@/components/ui/section";
import { pinsPath } from "@/domain/map/pins-path";
import { loadHomePage } from "@/server/pages/load-home-page";

type Props = { params: Promise<{ locale: string; definition?: string }> };

/** Rendered when first asked for: the build knows no database. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = await getTranslations("common");
  const metadata = pageMetadata(locale, "/", { title: t("siteName"), description: t("siteDescription") });
  return { ...metadata, title: { absolute: await countingTitle(t("siteName")) } };
}

export default async function HomePage({ params }: Props) {
  await pageLocale(params);
  const t = await getTranslations("home");
  const { counts, today, services, leftOut, unknown, reported } = await loadHomePage(
    await pageDefinition(params),
  );
  const { definition } = counts;
  return (
    <>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[1.5fr_1fr]">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-3 mb-6 max-w-line text-xl leading-relaxed">{t("intro")}</p>
          <LookUpBox />
        </div>
        <section
          aria-labelledby="counts"
          className="border-ink border-t-2 pt-3 lg:border-t-0 lg:border-l lg:pl-8"
        >
          <h2 id="counts" className="font-sans text-base text-ink-soft">
            {t("countTitle")}
          </h2>
          <p className="mt-2 font-serif text-2xl leading-snug">
            <HomeCounts counts={counts} today={today} />
          </p>
          <p className="my-3 text-base text-ink-soft">{t("coverage")}</p>
          <CountingLine definition={definition} path="/" leftOut={leftOut} unknown={unknown} />
          <ReportedCounts reported={reported} />
        </section>
      </div>
      <Section id="map" title={t("mapTitle")}>
        <MapSection label={t("mapLabel")} dataUrl={pinsPath(definition)} listId="list" />
      </Section>
      <Section id="list" title={t("listTitle")} note={t("listNote")}>
        <ListTotalsLine services={services} />
        <ServiceList services={services} caption={t("listTitle")} />
      </Section>
      <div className="grid gap-x-12 md:grid-cols-2">
        <Section id="what" title={t("whatTitle")}>
          <div className="prose">
            <p>{t("what1")}</p>
            <p>{t("what2")}</p>
          </div>
        </Section>
        <Section id="not" title={t("notTitle")}>
          <div className="prose">
            <p>{t("not1")}</p>
            <p>
              <LocalLink href="/about/how-we-count">{t("notLink")}</LocalLink>
            </p>
          </div>
        </Section>
      </div>
    </>
  );
}
