import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { AnswerText, useAnswerInWords, useAreaInWords } from "@/components/areas/answer-text";
import { CoverageTable } from "@/components/areas/coverage-table";
import { MpLetter } from "@/components/areas/mp-letter";
import { OverlapList } from "@/components/areas/overlap-list";
import { RegisteredTable } from "@/components/areas/registered-table";
import { RegistrationChanges } from "@/components/areas/registration-changes";
import { ReportedCounts } from "@/components/areas/reported-counts";
import { ShareNotKnown } from "@/components/areas/share-not-known";
import { ShareOfCareSection } from "@/components/areas/share-of-care";
import { SharedTownSections } from "@/components/areas/shared-town-sections";
import { SourceList } from "@/components/areas/source-list";
import { useCoverageNote } from "@/components/areas/use-coverage-note";
import { WhatToDo } from "@/components/areas/what-to-do";
import { CountingLine } from "@/components/counting/counting-line";
import { EmbedBox } from "@/components/layout/embed-box";
import { JsonLd } from "@/components/layout/json-ld";
import { useLocalPath } from "@/components/layout/local-link";
import { useLocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { QuoteBox } from "@/components/layout/quote-box";
import { KnownRoughly } from "@/components/look-up/known-roughly";
import { PostcodeData } from "@/components/look-up/postcode-data";
import { MapSection } from "@/components/map/map-section";
import { NearbyList } from "@/components/places/nearby-list";
import { ListTotalsLine } from "@/components/services/list-totals-line";
import { ServiceList } from "@/components/services/service-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageContents } from "@/components/ui/page-contents";
import { Section } from "@/components/ui/section";
import { refOfArea } from "@/domain/areas/area-ref";
import { isOneOf } from "@/domain/lists/is-one-of";
import { areaPicturePath } from "@/domain/map/around";
import { writeMapAddress } from "@/domain/map/map-address";
import { inParagraphs } from "@/domain/pages/area-answer";
import type { AreaPageData } from "@/domain/pages/area-page";
import { listPath, practicesPath } from "@/domain/pages/list-path";
import { mapBounds } from "@/domain/pages/nearby";
import { TASK_AREA_KINDS } from "@/domain/to-do/task";

/** The page of one area under one definition: the answer, then everything behind it. */
export function AreaPage({
  page,
  pageUrl,
  pressContact,
}: {
  page: AreaPageData;
  pageUrl: string;
  /** Whom journalists can ask; null where the campaign has named nobody. */
  pressContact: string | null;
}) {
  const t = useTranslations("areas");
  const coverageNote = useCoverageNote();
  const common = useTranslations("common");
  const localPath = useLocalPath();
  const localName = useLocalName();
  const { area, counts, services, overlaps, mp } = page;
  const named = useAreaInWords()(area);
  const sentence = useAnswerInWords({ area, parts: page.answer, definition: counts.definition });
  const path = `/areas/${area.kind}/${area.slug}`;
  const name = localName({ name: area.nameEn, nameCy: area.nameCy });
  return (
    <>
      <JsonLd
        data={{
          "@type": "WebPage",
          url: pageUrl,
          name,
          inLanguage: "en-GB",
          about: { "@type": "AdministrativeArea", name, identifier: area.code },
        }}
      />
      <Breadcrumbs
        label={common("breadcrumbs")}
        trail={[
          { href: localPath("/areas"), text: t("title") },
          { href: localPath(`/areas#${area.kind}`), text: t(`kinds.${area.kind}`) },
        ]}
      />
      <PageTitle
        over={[t(`kind.${area.kind}`), area.kind === "nation" ? "" : common(`nation.${area.nation}`)]
          .filter(Boolean)
          .join(", ")}
        intro={
          <div id="answer" className="space-y-3">
            {inParagraphs(page.answer).map((parts, index) => (
              <Fragment key={parts[0]?.key}>
                {index > 0 ? " " : null}
                <p>
                  <AnswerText area={area} parts={parts} definition={counts.definition} />
                </p>
              </Fragment>
            ))}
          </div>
        }
      >
        {name}
      </PageTitle>
      {area.kind === "constituency" ? <KnownRoughly /> : null}
      <CountingLine
        definition={counts.definition}
        path={path}
        leftOut={page.leftOut}
        unknown={page.unknown}
      />
      <PageContents label={common("onThisPage")} parts={useParts(page)} />
      <ReportedCounts reported={page.reported} />
      <Section id="services" title={t("page.listTitle")}>
        {services.length > 0 ? (
          <>
            <ListTotalsLine services={services} definition={counts.definition} />
            <ServiceList
              services={services}
              caption={t("page.listTitle")}
              definition={counts.definition}
              path={path}
              mapPath={`/map${writeMapAddress({ area, view: "list" })}`}
            />
          </>
        ) : (
          <p>{t("page.listNone")}</p>
        )}
      </Section>
      <SharedTownSections services={page.sharedTowns} area={named} />
      {page.nearby.length > 0 ? (
        <Section
          id="nearby"
          title={t("page.nearbyTitle", { area: named })}
          note={t("page.nearbyNote", { area: named })}
        >
          <NearbyList services={page.nearby} />
        </Section>
      ) : null}
      <Section id="map" title={t("page.mapTitle")}>
        <MapSection
          label={t("page.mapLabel", { area: named })}
          definition={counts.definition}
          area={{
            kind: area.kind,
            slug: area.slug,
            code: area.code,
            hasAround: page.nearby.length > 0 || page.sharedTowns.length > 0,
          }}
          begins={[...mapBounds(area.bbox, services.length > 0 ? [] : page.nearby)]}
          listId="services"
          printed={{
            src: areaPicturePath(area, counts.definition),
            alt: t("page.mapLabel", { area: named }),
          }}
        />
      </Section>
      {page.shareOfCare ? (
        <ShareOfCareSection area={area} share={page.shareOfCare} />
      ) : (
        <ShareNotKnown area={area} />
      )}
      <Section id="do" title={t("page.doTitle")}>
        <WhatToDo
          nation={area.nation}
          reportPath={`/reports/new?area=${area.kind}/${area.slug}`}
          toDoPath={isOneOf(TASK_AREA_KINDS, area.kind) ? `/to-do?area=${area.kind}/${area.slug}` : null}
          areaRef={refOfArea(area.kind, area.slug)}
          areaInWords={named}
        />
      </Section>
      <Section id="coverage" title={t("coverage.title")} note={coverageNote(area.nation, named)} isFolded>
        <CoverageTable
          coverage={page.coverage}
          nation={area.nation}
          definition={counts.definition}
          caption={t("coverage.title")}
        />
        <RegisteredTable
          area={named}
          known={page.coverage.lines.find(({ kind }) => kind === "gp-practice")?.counts?.known ?? 0}
          registered={page.registered}
          csvPath={practicesPath(area)}
        />
        <RegistrationChanges area={named} changes={page.changes} registered={page.registered} />
      </Section>
      {mp ? (
        <Section id="mp" title={t("page.mpTitle")} isFolded>
          <MpLetter
            area={area}
            mp={mp}
            services={services}
            definition={counts.definition}
            pageUrl={pageUrl}
          />
        </Section>
      ) : null}
      {overlaps.length > 0 ? (
        <Section
          id="overlaps"
          title={t("page.overlapsTitle")}
          note={t("page.overlapsNote", { area: named })}
          isFolded
        >
          <OverlapList overlaps={overlaps} />
        </Section>
      ) : null}
      <Section id="sources" title={t("page.sourcesTitle")} isFolded>
        <SourceList sources={page.sources} />
        <div className="mt-4">
          <PostcodeData datasets={page.postcodeData} />
        </div>
      </Section>
      <Section id="share-this" title={t("page.shareTitle")} isFolded>
        <QuoteBox
          sentence={sentence}
          url={pageUrl}
          csvPath={listPath(counts.definition, area)}
          comparison={{ href: "/areas/compare", text: common("quote.compareAreas") }}
          pressContact={pressContact}
        />
        <EmbedBox
          origin={new URL(pageUrl).origin}
          definition={counts.definition}
          area={{ kind: area.kind, slug: area.slug }}
          bbox={area.bbox}
          name={named}
        />
      </Section>
    </>
  );
}

/** The parts of the page that somebody comes for, in their order; how to quote it is the last. */
function useParts({ nearby, mp, area }: AreaPageData) {
  const t = useTranslations("areas");
  const named = useAreaInWords()(area);
  return [
    { id: "services", title: t("page.listTitle"), isThere: true },
    { id: "nearby", title: t("page.nearbyTitle", { area: named }), isThere: nearby.length > 0 },
    { id: "map", title: t("page.mapTitle"), isThere: true },
    { id: "coverage", title: t("coverage.title"), isThere: true },
    { id: "mp", title: t("page.mpTitle"), isThere: mp !== null },
    { id: "share-this", title: t("page.shareTitle"), isThere: true },
  ].filter(({ isThere }) => isThere);
}
