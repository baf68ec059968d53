import { useTranslations } from "next-intl";
import { AreaLinks } from "@/components/areas/area-links";
import { AreaTrail } from "@/components/areas/area-trail";
import { ChangeList } from "@/components/claims/change-list";
import { ClaimList } from "@/components/claims/claim-list";
import { DisputeNotice } from "@/components/claims/dispute-notice";
import { CountingLine } from "@/components/counting/counting-line";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { JsonLd } from "@/components/layout/json-ld";
import { useLocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { ProblemLink } from "@/components/layout/problem-link";
import { AroundPicture } from "@/components/map/around-picture";
import { NearbyList } from "@/components/places/nearby-list";
import { PlaceAnswerText } from "@/components/places/place-answer-text";
import { PlaceWhere } from "@/components/places/place-where";
import { RegisteredRuns } from "@/components/places/registered-runs";
import { SamePostcode } from "@/components/places/same-postcode";
import { OrganisationComment } from "@/components/providers/organisation-comment";
import { ServiceTable } from "@/components/services/service-table";
import { Section } from "@/components/ui/section";
import type { PlacePageData } from "@/domain/pages/place-page";
import { isApproximate } from "@/domain/places/place";

/** As schema.org has it, only what the page says; where it is only if that is known to the address. */
function forMachines({ place }: PlacePageData, url: string) {
  const main = place.addresses.find(
    ({ isMain, precision }) => isMain && precision && !isApproximate(precision),
  );
  const address = main && {
    "@type": "PostalAddress",
    ...(main.lines ? { streetAddress: main.lines } : {}),
    ...(main.town ? { addressLocality: main.town } : {}),
    ...(main.postcode ? { postalCode: main.postcode } : {}),
    addressCountry: "GB",
  };
  return {
    "@type": "WebPage",
    url,
    name: place.name,
    inLanguage: "en-GB",
    about: { "@type": "Place", name: place.name, ...(address ? { address } : {}) },
  };
}

/** The page of one place: what runs there, where it is, and every claim about it. */
export function PlacePage({ page, pageUrl }: { page: PlacePageData; pageUrl: string }) {
  const t = useTranslations("places");
  const s = useTranslations("services");
  const localName = useLocalName();
  const { place } = page;
  const [main] = place.addresses;
  const counting = useCountingValue()(page.definition);
  const holder = page.registrations.find(({ isLatest }) => isLatest)?.provider;
  return (
    <>
      <AreaTrail areas={page.areas} />
      <PageTitle
        over={s(`claim.placeKind.${place.kind}`)}
        intro={
          <>
            <p id="answer">
              <PlaceAnswerText
                answer={page.answer}
                name={localName(place)}
                nation={page.areas[0]?.nation ?? null}
              />
            </p>
            {page.leftOut > 0 ? (
              <p className="mt-2">
                {t("listHas", { counting, listed: page.services.length, leftOut: page.leftOut })}
              </p>
            ) : null}
            {place.kind === "trust-headquarters" && page.answer.key !== "head-office" ? (
              <p className="mt-2">{t("headOffice")}</p>
            ) : null}
          </>
        }
      >
        {localName(place)}
      </PageTitle>
      <DisputeNotice visibility={place.visibility} disputes={page.disputes} />
      <Section id="services" title={t("servicesTitle")}>
        {page.services.length > 0 ? (
          <ServiceTable
            services={page.services}
            caption={t("servicesTitle")}
            disputes={page.serviceDisputes}
          />
        ) : (
          <p>{page.leftOut === 0 ? t("servicesNone") : t("servicesLeftOut", { counting })}</p>
        )}
        <CountingLine definition={page.definition} path={`/places/${place.slug}`} leftOut={page.leftOut} />
        <p className="mt-4 max-w-line">{s("page.free")}</p>
      </Section>
      {page.registrations.length > 0 ? (
        <Section id="registrations" title={t("registered.title")} note={t("registered.note")}>
          <RegisteredRuns runs={page.registrations} />
        </Section>
      ) : null}
      {holder ? <OrganisationComment comment={page.comment} name={holder.name} /> : null}
      <Section id="where" title={t("whereTitle")}>
        <PlaceWhere place={place} />
        {main && main.lon !== null && main.lat !== null && main.precision ? (
          <AroundPicture
            of={{ place: place.slug }}
            name={localName(place)}
            position={{ lon: main.lon, lat: main.lat }}
            isApproximate={isApproximate(main.precision)}
          />
        ) : null}
      </Section>
      <SamePostcode places={page.samePostcode} />
      {page.areas.length > 0 ? (
        <Section id="areas" title={t("areas")}>
          <AreaLinks areas={page.areas} />
        </Section>
      ) : null}
      {page.nearby.length > 0 ? (
        <Section id="nearby" title={t("nearbyTitle")} note={t("nearbyNote")}>
          <NearbyList services={page.nearby} />
        </Section>
      ) : null}
      <Section id="claims" title={s("page.claimsTitle")} note={s("page.claimsNote")}>
        <ClaimList
          claims={page.claims}
          names={page.names}
          disputes={page.disputes}
          pictures={page.pictures}
        />
      </Section>
      <Section id="changes" title={s("page.changesTitle")}>
        <ChangeList changes={page.changes} history={`/places/${place.slug}/history`} />
      </Section>
      <JsonLd data={forMachines(page, pageUrl)} />
      <ProblemLink record={`places/${place.slug}`} />
    </>
  );
}
