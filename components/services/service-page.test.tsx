import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { ServicePageData } from "@/domain/pages/service-page";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { ServicePage } from "./service-page";

const SERVICE = {
  id: "1",
  slug: "eye-care",
  name: "Eye care",
  category: "eye-care",
  status: "operating",
  visibility: "published",
  kind: "company",
  placeId: null,
  providerId: "p",
  place: null,
  position: null,
  isProviderHidden: false,
  provider: { slug: "optegra", name: "Optegra" },
  startedOn: null,
  mayHaveEnded: false,
  mayHaveEndedReason: null,
  lastConfirmedOn: null,
  region: null,
} satisfies ServiceRow;

function page(
  before: ServiceRow[],
  service: ServicePageData["service"] = SERVICE,
  registered: ServicePageData["registered"] = null,
): string {
  const nothing = {
    claims: [],
    contracts: [],
    names: new Map(),
    areas: [],
    changes: [],
    pictures: [],
    comment: null,
    disputes: [],
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ areas, common, places, services }}
      timeZone="Europe/London"
    >
      <ServicePage
        page={{ service, registered, before, ...nothing }}
        pageUrl="https://site.example/services/s"
      />
    </NextIntlClientProvider>,
  );
}

it("tells machines its name and who runs it, and no more than a source says", () => {
  const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page([])) ?? [];
  const { about } = JSON.parse(json);
  expect(about).toEqual({
    "@type": "Service",
    name: "Eye care",
    provider: { "@type": "Organization", name: "Optegra" },
  });
  const ended = page([], { ...SERVICE, status: "ended" });
  expect(ended).not.toContain('"@type":"Organization"');
  const unnamed = { ...SERVICE, provider: null, name: "</script><b>" };
  expect(page([], unnamed)).not.toContain("</script><b>");
});

it("says what it took over from and who ran that, with a link", () => {
  const before = { ...SERVICE, id: "2", slug: "eye-care-then", name: "Eye care then" };
  const sight = { ...before, provider: { slug: "sight", name: "Sight Ltd" } };
  expect(page([sight])).toMatch(
    /Before.*href="\/services\/eye-care-then"[^>]*>Eye care then<\/a>, run by Sight Ltd/,
  );
  expect(page([{ ...before, provider: null, isProviderHidden: true }])).toMatch(
    /Eye care then<\/a>\. Name not shown at present/,
  );
  expect(page([])).not.toContain(">Before<");
});

it.each([
  ["gp-partnership", "a partnership of GPs who work there"],
  ["nhs-body", "an NHS body"],
  ["nhs-owned-company", "a company that the NHS owns"],
] as const)("of a service run by the kind %s it does not say that it is run from outside", (kind, who) => {
  const said = page([], { ...SERVICE, kind });
  expect(said).not.toContain("outside the NHS");
  expect(said).toContain(">NHS service<");
  expect(said).toContain(`Not counted as outsourced, because the provider is ${who}.`);
});

it("says of what is no longer listed separately that it is not, and not that it is run from outside the NHS", () => {
  const said = page([], { ...SERVICE, kind: "company", mayHaveEnded: true, notCounted: "no-longer-listed" });
  expect(said).toContain(">NHS service no longer listed separately<");
  expect(said).not.toContain("NHS service run by an organisation outside the NHS");
});

it("says of what a company runs, and where nobody knows what runs it, that it is run from outside the NHS", () => {
  for (const kind of ["company", null] as const) {
    const said = page([], { ...SERVICE, kind });
    expect(said).toContain("NHS service run by an organisation outside the NHS");
    expect(said).not.toContain("Not counted as outsourced");
  }
});

it("of a practice it says who is registered, since when and by which copy, and where to look up an owner nobody has looked at", () => {
  const at = { slug: "mill", name: "Mill Surgery", nameCy: null, town: "Carlisle", postcode: "CA1 1EB" };
  const practice = { ...SERVICE, category: "gp-practice" as const, place: at };
  const held = {
    kind: "others" as const,
    form: "organisation" as const,
    holder: "Northtown Care Ltd",
    companyNumber: "01234567",
    since: "2017-09-20",
    confirmedOn: "2024-10-16",
    doubts: [],
  };
  expect(page([], practice, held)).toContain(
    "Mill Surgery is registered to Northtown Care Ltd, an organisation outside the NHS, since 20 September 2017 (regulator’s list, copy of October 2024).",
  );
  expect(page([], practice, held)).not.toContain("company-information");
  const unchecked = page([], practice, { ...held, kind: "not-checked" });
  expect(unchecked).toContain(
    'company/01234567" rel="noopener">Look up Northtown Care Ltd at Companies House</a>',
  );
  const doubted = page([], practice, { ...held, kind: "doubt", doubts: ["another-runner"] });
  expect(doubted).toContain(
    "(copy of October 2024) has Northtown Care Ltd, registered on 20 September 2017, but sources differ: another source names another organisation as running it.",
  );
  expect(page([], practice)).not.toContain("On the regulator’s list");
});
