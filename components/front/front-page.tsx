import "./front-page.css";
import { useTranslations } from "next-intl";
import { ReportedCounts } from "@/components/areas/reported-counts";
import { CountingLine } from "@/components/counting/counting-line";
import { useRemainder } from "@/components/counting/remainder-line";
import { FrontColumns } from "@/components/front/front-columns";
import { OldMapLink } from "@/components/front/old-map-link";
import { LocalLink, useLocalPath } from "@/components/layout/local-link";
import { LocalName } from "@/components/layout/local-name";
import { LookUpBox } from "@/components/look-up/look-up-box";
import { MapSection } from "@/components/map/map-section";
import { useHomeCounts } from "@/components/services/home-counts";
import { ListTotalsLine } from "@/components/services/list-totals-line";
import { Section } from "@/components/ui/section";
import type { FrontPageData } from "@/domain/pages/front-page";
import { restOfNations } from "@/domain/pages/remainders";

const NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** The whole country: the question and the map in the first screen, or on a phone a picture that opens it. */
export function FrontPage({ page }: { page: FrontPageData }) {
  const t = useTranslations("home");
  const { counts, services, leftOut, unknown, reported } = page;
  const localPath = useLocalPath();
  const { headline, more } = useHomeCounts(counts, page.today);
  return (
    <div data-home="">
      <div className="home-screen">
        <div>
          <h1 className="mb-4 lg:text-4xl">{t("title")}</h1>
          <LookUpBox />
          <p id="headline" className="mt-5 text-xl leading-snug">
            {headline}
          </p>
        </div>
        <div>
          <OldMapLink mapPath={localPath("/map")} />
          <LocalLink href="/map" className="block md:hidden md:noscript:block">
            <picture>
              {/* Drawn by the server at its size. Beside a live map it is not shown, and must not be fetched. */}
              <source media="(width >= 48rem) and (scripting: enabled)" srcSet={NO_PICTURE} />
              <img
                src="/api/v1/map/picture.svg"
                alt=""
                width={500}
                height={836}
                fetchPriority="high"
                className="home-picture"
              />
            </picture>
            <span className="inline-flex min-h-11 items-center font-semibold">{t("openMap")}</span>
          </LocalLink>
          <div id="map" className="hidden md:block md:noscript:hidden">
            <MapSection
              label={t("mapLabel")}
              definition={counts.definition}
              listId="lists"
              listPath="/map?view=list"
            />
            <p>
              <LocalLink href="/map" className="inline-flex min-h-11 items-center">
                {t("fullMap")}
              </LocalLink>
            </p>
          </div>
        </div>
      </div>
      <div id="lists">
        <FrontColumns page={page} />
      </div>
      <Section id="sure" title={t("moreTitle")}>
        <p className="mb-3 max-w-line">
          {more} {t("coverage")}
        </p>
        <Nations page={page} />
        <ListTotalsLine services={services} definition={counts.definition} />
        <CountingLine definition={counts.definition} path="/" leftOut={leftOut} unknown={unknown} />
        <ReportedCounts reported={reported} />
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
    </div>
  );
}

/** Where they are, so that the numbers of the nations' pages and this one can be held against each other. */
function Nations({ page }: { page: FrontPageData }) {
  const t = useTranslations("home");
  const rest = useRemainder()("nations", restOfNations(page));
  return (
    <p className="mb-3 max-w-line text-base">
      {page.nations.areas.length > 0 ? `${t("byNation")} ` : null}
      {page.nations.areas.map(({ slug, name, nameCy, services }, index) => (
        <span key={slug}>
          {index > 0 ? ", " : null}
          <LocalLink href={`/areas/nation/${slug}`}>
            <LocalName name={name} nameCy={nameCy} />
          </LocalLink>{" "}
          {services.toLocaleString("en-GB")}
        </span>
      ))}
      {page.nations.areas.length > 0 ? ". " : null}
      {rest}
    </p>
  );
}
