import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ServiceRow } from "@/domain/figures/service-row";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import serviceWords from "@/messages/en/services.json";
import { MpLetter } from "./mp-letter";

const service: ServiceRow = {
  id: "s",
  slug: "zebra",
  name: "Zebra Clinic",
  category: "eye-care",
  status: "operating",
  visibility: "published",
  kind: "company",
  placeId: null,
  providerId: "p",
  place: null,
  position: null,
  provider: { slug: "zebra-ltd", name: "Zebra Ltd" },
  isProviderHidden: false,
  startedOn: null,
  mayHaveEnded: false,
  mayHaveEndedReason: null,
  lastConfirmedOn: "2024-04-01",
  region: null,
};

function letter(services: readonly ServiceRow[]): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ areas, common, services: serviceWords }}
      timeZone="Europe/London"
    >
      <MpLetter
        area={{
          id: "a",
          kind: "constituency",
          slug: "carlisle",
          nameEn: "Carlisle",
          nameCy: null,
          nation: "england",
          code: "E14001149",
          bbox: [0, 0, 1, 1],
          population: null,
          populationYear: null,
          validFrom: null,
          validTo: null,
        }}
        mp={{ name: "A B", party: "C", url: "https://www.theyworkforyou.com/", asOf: "2026-06" }}
        services={services}
        pageUrl="https://site.example/areas/constituency/carlisle"
      />
    </NextIntlClientProvider>,
  );
}

it("says no more of a service than the page does", () => {
  expect(letter([service])).toContain("Zebra Clinic (Zebra Ltd, as last confirmed in April 2024)");
  expect(letter([{ ...service, mayHaveEnded: true }])).toContain(
    "April 2024; may have ended; care there may continue)",
  );
  expect(letter([{ ...service, lastConfirmedOn: null }])).toContain("Zebra Clinic (Zebra Ltd)");
  expect(letter([{ ...service, name: null, provider: null, isProviderHidden: true }])).toContain(
    "Eye care (Name not shown at present",
  );
});

it("says how many of the services it lists, when not all", () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...service, id: `s${i}` }));
  expect(letter(many(13))).toContain(
    "13 NHS services here are run by organisations outside the NHS; the first 12 of 13 are:",
  );
  expect(letter(many(12))).not.toContain("the first");
});
