import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/claims/change-list";
import { ClaimList } from "@/components/claims/claim-list";
import { DisputeNotice } from "@/components/claims/dispute-notice";
import { CountingLine } from "@/components/counting/counting-line";
import { useCountingValue } from "@/components/counting/definition-in-words";
import { RemainderLine } from "@/components/counting/remainder-line";
import { useDates } from "@/components/layout/date-text";
import { JsonLd } from "@/components/layout/json-ld";
import { LocalLink } from "@/components/layout/local-link";
import { PageTitle } from "@/components/layout/page-title";
import { ProblemLink } from "@/components/layout/problem-link";
import { QuoteBox } from "@/components/layout/quote-box";
import { MapSection } from "@/components/map/map-section";
import { companyAddress } from "@/components/providers/company-address";
import { OrganisationComment } from "@/components/providers/organisation-comment";
import { ProviderAreas } from "@/components/providers/provider-areas";
import { ProviderNumbersSection } from "@/components/providers/provider-numbers";
import { RegisteredPractices } from "@/components/providers/registered-practices";
import { useEarlierNames } from "@/components/providers/use-earlier-names";
import { useOwners } from "@/components/providers/use-owners";
import { WhyCountedLine } from "@/components/providers/why-counted-line";
import { ListTotalsLine } from "@/components/services/list-totals-line";
import { ServiceList } from "@/components/services/service-list";
import { Facts } from "@/components/ui/facts";
import { PageContents } from "@/components/ui/page-contents";
import { Section } from "@/components/ui/section";
import { checkedBetween } from "@/domain/figures/count";
import { providerPicturePath } from "@/domain/map/around";
import { writeMapAddress } from "@/domain/map/map-address";
import { isOnMap, isOnPicture } from "@/domain/map/map-row";
import { listPath } from "@/domain/pages/list-path";
import type { ProviderPageData } from "@/domain/pages/place-page";
import { restOfBodies } from "@/domain/pages/remainders";
import { listedKinds } from "@/domain/providers/legal-form";

/** The page of one organisation: what it is, what it runs, and every claim about it. */
export function ProviderPage({
  page,
  pageUrl,
  pressContact,
}: {
  page: ProviderPageData;
  pageUrl: string;
  /** Whom journalists can ask; null where the campaign has named nobody. */
  pressContact: string | null;
}) {
  const t = useTranslations("providers");
  const s = useTranslations("services");
  const common = useTranslations("common");
  const { provider, services, counts } = page;
  const [latest] = page.practices;
  const inWords = useDates();
  const counting = useCountingValue()(counts.definition);
  const between = checkedBetween(counts);
  const summary = [
    t("summary", {
      services: counts.services,
      places: counts.places,
      counting,
      name: provider.name,
      on: inWords(page.today),
    }),
    between.date
      ? t("sources", { date: inWords(between.date), from: between.from ? inWords(between.from) : "none" })
      : "",
    counts.planned > 0 ? t("planned", { planned: counts.planned }) : "",
  ];
  return (
    <>
      <JsonLd
        data={{
          "@type": "WebPage",
          url: pageUrl,
          name: provider.name,
          inLanguage: "en-GB",
          about: {
            "@type": "Organization",
            name: provider.name,
            ...(provider.companiesHouseNumber ? { identifier: provider.companiesHouseNumber } : {}),
            ...(provider.website ? { url: provider.website } : {}),
          },
        }}
      />
      <PageTitle over={t("over")} intro={summary.filter(Boolean).join(" ")}>
        {provider.name}
      </PageTitle>
      <DisputeNotice visibility={provider.visibility} disputes={page.disputes} />
      <WhyCountedLine page={page} />
      <Facts facts={useProviderFacts(provider)} />
      <PageContents label={common("onThisPage")} parts={useParts(page)} />
      <ProviderNumbersSection page={page} />
      <Section id="services" title={t("servicesTitle")}>
        <ListTotalsLine services={services} definition={counts.definition} />
        {services.length > 0 ? (
          <ServiceList
            services={services}
            caption={t("servicesTitle")}
            definition={counts.definition}
            path={`/providers/${provider.slug}`}
            mapPath={`/map${writeMapAddress({ provider: provider.slug, view: "list" })}`}
            isAllOfOne={services.every((row) => row.provider?.slug === provider.slug)}
          />
        ) : page.leftOut === 0 ? (
          <p>{t("servicesNone")}</p>
        ) : null}
        <CountingLine
          definition={counts.definition}
          path={`/providers/${provider.slug}`}
          leftOut={page.leftOut}
          unknown={page.unknown}
        />
        <p className="mt-4 max-w-line">{s("page.free")}</p>
      </Section>
      {latest ? (
        <Section
          id="practices"
          title={t("practices.title")}
          note={t("practices.note", { copy: inWords(latest.confirmedOn.slice(0, 7)) })}
        >
          <RegisteredPractices practices={page.practices} />
        </Section>
      ) : null}
      <OrganisationComment
        comment={page.claims.find(({ field, isInForce }) => isInForce && field === "comment") ?? null}
        name={provider.name}
      />
      {services.some(isOnMap) ? (
        <Section id="map" title={t("mapTitle")}>
          <MapSection
            label={t("mapLabel", { name: provider.name })}
            definition={listedKinds(counts.definition)}
            provider={provider.slug}
            begins="shown"
            listId="services"
            printed={
              services.some(isOnPicture)
                ? {
                    src: providerPicturePath(provider.slug, counts.definition),
                    alt: t("mapLabel", { name: provider.name }),
                  }
                : undefined
            }
          />
        </Section>
      ) : null}
      {page.bodies.areas.length > 0 ? (
        <Section id="areas" title={t("areasTitle")} isFolded>
          <ProviderAreas bodies={page.bodies.areas} />
          <RemainderLine what="bodies" of={restOfBodies(page)} />
        </Section>
      ) : null}
      {page.members.length > 0 ? (
        <Section id="group" title={t("membersTitle")}>
          <ul className="columns-1 sm:columns-2">
            {page.members.map(({ id, slug, name }) => (
              <li key={id} className="py-1">
                <LocalLink href={`/providers/${slug}`}>{name}</LocalLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section id="claims" title={s("page.claimsTitle")} note={s("page.claimsNote")} isFolded>
        <ClaimList claims={page.claims} names={page.names} disputes={page.disputes} />
      </Section>
      <Section id="changes" title={s("page.changesTitle")}>
        <ChangeList changes={page.changes} history={`/providers/${provider.slug}/history`} />
      </Section>
      <Section id="quote-this" title={t("quoteTitle")} isFolded>
        <QuoteBox
          sentence={summary.filter(Boolean).join(" ")}
          url={pageUrl}
          csvPath={listPath(counts.definition, { provider: provider.slug })}
          comparison={{ href: "/providers", text: common("quote.compareProviders") }}
          pressContact={pressContact}
        />
      </Section>
      <ProblemLink record={`providers/${provider.slug}`} />
    </>
  );
}

/** The parts that this page has, in their order. */
function useParts({ services, practices, bodies, members, numbers, payers }: ProviderPageData) {
  const t = useTranslations("providers");
  const s = useTranslations("services.page");
  const isPlaced = services.some(isOnMap);
  return [
    { id: "numbers", title: t("numbersTitle"), isThere: numbers !== null },
    { id: "payers", title: t("payersTitle"), isThere: payers.length > 0 },
    { id: "services", title: t("servicesTitle"), isThere: true },
    { id: "practices", title: t("practices.title"), isThere: practices.length > 0 },
    { id: "map", title: t("mapTitle"), isThere: isPlaced },
    { id: "areas", title: t("areasTitle"), isThere: bodies.areas.length > 0 },
    { id: "group", title: t("membersTitle"), isThere: members.length > 0 },
    { id: "claims", title: s("claimsTitle"), isThere: true },
    { id: "changes", title: s("changesTitle"), isThere: true },
    { id: "quote-this", title: t("quoteTitle"), isThere: true },
  ].filter(({ isThere }) => isThere);
}

/** Legal form and owners are two facts and always shown, known or not; the rest only where a source gives it. */
function useProviderFacts(provider: ProviderPageData["provider"]) {
  const t = useTranslations("providers");
  const s = useTranslations("services.providerKind");
  const ownersOf = useOwners();
  const earlierNamesOf = useEarlierNames();
  const { legalForm, parent, companiesHouseNumber, website, about } = provider;
  return [
    { name: t("legalForm"), value: legalForm ? s(legalForm) : t("unknown") },
    { name: t("owners"), value: ownersOf(provider) },
    ...(parent
      ? [
          {
            name: t("parent"),
            value: <LocalLink href={`/providers/${parent.slug}`}>{parent.name}</LocalLink>,
          },
        ]
      : []),
    ...earlierNamesOf(provider.slug),
    ...(companiesHouseNumber
      ? [
          {
            name: t("companiesHouse"),
            value: (
              <a href={companyAddress(companiesHouseNumber)} rel="noopener">
                {companiesHouseNumber}
              </a>
            ),
          },
        ]
      : []),
    ...(website
      ? [
          {
            name: t("website"),
            value: (
              <a href={website} rel="nofollow noopener">
                {website}
              </a>
            ),
          },
        ]
      : []),
    ...(about ? [{ name: t("about"), value: about }] : []),
  ];
}
