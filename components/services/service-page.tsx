import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaLinks } from "@/components/areas/area-links";
import { AreaTrail } from "@/components/areas/area-trail";
import { ChangeList } from "@/components/claims/change-list";
import { ClaimList } from "@/components/claims/claim-list";
import { DateText, MonthText } from "@/components/layout/date-text";
import { JsonLd } from "@/components/layout/json-ld";
import { LocalLink } from "@/components/layout/local-link";
import { LocalName, useLocalName } from "@/components/layout/local-name";
import { PageTitle } from "@/components/layout/page-title";
import { ProblemLink } from "@/components/layout/problem-link";
import { AroundPicture } from "@/components/map/around-picture";
import { CompanyLink } from "@/components/places/company-link";
import { useRegistered } from "@/components/places/use-registered";
import { OrganisationComment } from "@/components/providers/organisation-comment";
import { RunBy, useRunBy } from "@/components/services/run-by";
import { ServiceNotices } from "@/components/services/service-notices";
import { ServiceNumbersSection } from "@/components/services/service-numbers";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { basisOf } from "@/domain/claims/basis";
import { serviceNumbers } from "@/domain/claims/service-numbers";
import type { ServiceRow } from "@/domain/figures/service-row";
import { pinStatusOf } from "@/domain/map/pin";
import type { ServicePageData } from "@/domain/pages/service-page";
import { isApproximate } from "@/domain/places/place";
import { isInside } from "@/domain/places/place-check";
import type { RegisteredAnswer } from "@/domain/registrations/registered";
import { isRunning } from "@/domain/services/running";

/** As schema.org has it, only what the page says. Who ran what has ended, or will run what is planned, is not its provider. */
function forMachines({ service }: ServicePageData, url: string) {
  const { name, place } = service;
  const provider = isRunning(service) ? service.provider : null;
  const address = place && {
    "@type": "PostalAddress",
    ...(place.town ? { addressLocality: place.town } : {}),
    ...(place.postcode ? { postalCode: place.postcode } : {}),
  };
  return {
    "@type": "WebPage",
    url,
    name,
    inLanguage: "en-GB",
    about: {
      "@type": "Service",
      name,
      ...(provider ? { provider: { "@type": "Organization", name: provider.name } } : {}),
      ...(place
        ? {
            availableChannel: {
              "@type": "ServiceChannel",
              serviceLocation: { "@type": "Place", name: place.name, address },
            },
          }
        : {}),
    },
  };
}

/** The page of one service: who runs it, since when, who says so and when that was checked; then every claim. */
export function ServicePage({ page, pageUrl }: { page: ServicePageData; pageUrl: string }) {
  const t = useTranslations("services");
  const { service, contracts, names } = page;
  const numbers = serviceNumbers(page.claims);
  const claims = page.claims.filter((claim) => !numbers?.claims.includes(claim));
  const { place } = service;
  // What the NHS or GPs who work there run is listed, and never said to be run from outside.
  const inside = isInside(service.kind) ? service.kind : null;
  const over = {
    operating: inside ? t("page.overInside") : t("page.over"),
    planned: t("page.overPlanned"),
    ended: t("page.overEnded"),
    "no-longer-listed": t("page.overNoLongerListed"),
    "little-activity": t("page.overLittleActivity"),
  }[pinStatusOf(service)];
  return (
    <>
      <JsonLd data={forMachines(page, pageUrl)} />
      <AreaTrail areas={page.areas} />
      <PageTitle over={over} intro={inside ? t(`page.inside.${inside}`) : null}>
        {service.name}
      </PageTitle>
      <Facts
        facts={[
          {
            name: t("page.runBy"),
            value: (
              <span className="font-semibold text-xl">
                <RunBy {...service} />
              </span>
            ),
          },
          {
            name: t("page.since"),
            value: service.startedOn ? <DateText date={service.startedOn} /> : t("page.sinceUnknown"),
          },
          ...page.before.map((before) => ({
            name: t("page.before"),
            value: <Before key={before.id} service={before} />,
          })),
          ...(page.registered
            ? [{ name: t("page.registered"), value: <Registered page={page} answer={page.registered} /> }]
            : []),
          { name: t("page.sayWho"), value: <SaysWho page={page} /> },
          {
            name: t("page.checked"),
            value: service.lastConfirmedOn ? <MonthText date={service.lastConfirmedOn} /> : t("row.never"),
          },
        ]}
      />
      <ServiceNotices service={service} disputes={page.disputes} />
      {service.provider ? <OrganisationComment comment={page.comment} name={service.provider.name} /> : null}
      {place ? (
        <Section id="place" title={t("page.placeTitle")}>
          <p>
            <LocalName name={place.name} nameCy={place.nameCy} />
            {[place.town, place.postcode].filter(Boolean).map((line) => `, ${line}`)}
          </p>
          <p>
            <LocalLink href={`/places/${place.slug}`} className="inline-block py-1">
              {t("page.allAt", { place: place.name })}
            </LocalLink>
          </p>
          {service.position ? (
            <AroundPicture
              of={{ service: service.slug }}
              name={place.name}
              position={service.position}
              isApproximate={isApproximate(service.position.precision)}
            />
          ) : null}
        </Section>
      ) : null}
      {numbers ? <ServiceNumbersSection numbers={numbers} names={names} disputes={page.disputes} /> : null}
      <Section id="claims" title={t("page.claimsTitle")} note={t("page.claimsNote")}>
        <ClaimList claims={claims} names={names} disputes={page.disputes} pictures={page.pictures} />
      </Section>
      {contracts.map((contract) => (
        <Section
          key={contract[0]?.recordId}
          id={`contract-${contract[0]?.recordId}`}
          title={t("page.contractTitle")}
        >
          <ClaimList claims={contract} names={names} />
        </Section>
      ))}
      {page.areas.length > 0 ? (
        <Section id="areas" title={t("page.areasTitle")}>
          <AreaLinks areas={page.areas} />
        </Section>
      ) : null}
      <Section id="changes" title={t("page.changesTitle")}>
        <ChangeList changes={page.changes} history={`/services/${service.slug}/history`} />
      </Section>
      <ProblemLink record={`services/${service.slug}`} />
    </>
  );
}

/** Who is registered at the practice, by the copy of the register and its month. */
function Registered({ page: { service }, answer }: { page: ServicePageData; answer: RegisteredAnswer }) {
  const registered = useRegistered();
  const localName = useLocalName();
  return (
    <>
      {registered(answer, service.place ? localName(service.place) : undefined)}
      <CompanyLink answer={answer} />
    </>
  );
}

/** A service that this one took over from, with who ran it. */
function Before({ service: { name, slug, ...runner } }: { service: ServiceRow }) {
  const t = useTranslations("services.page");
  const runBy = useRunBy();
  const service = (words: ReactNode) => <LocalLink href={`/services/${slug}`}>{words}</LocalLink>;
  const provider = runner.provider?.name;
  return provider
    ? t.rich("beforeRunBy", { name: name ?? "", provider, service })
    : t.rich("beforeNotNamed", { name: name ?? "", runBy: runBy(runner), service });
}

/** The source behind "who runs it": that of the claim that names the provider, or says what kind of body it is. */
function SaysWho({ page }: { page: ServicePageData }) {
  const t = useTranslations("services");
  const held = page.claims.filter((claim) => claim.isInForce);
  const claim =
    held.find(({ field }) => field === "provider") ?? held.find(({ field }) => field === "provider-kind");
  if (!claim) return t("row.never");
  const { publisher, publishedOn, url, title } = claim.source;
  return (
    <>
      {basisOf(claim.says, claim.field) === "worked-out" ? `${t("page.workedOut")} ` : null}
      {url ? (
        <a href={url} rel="nofollow noopener ugc" title={title ?? undefined}>
          {publisher}
        </a>
      ) : (
        publisher
      )}
      {publishedOn ? (
        <>
          , <DateText date={publishedOn} />
        </>
      ) : null}
    </>
  );
}
