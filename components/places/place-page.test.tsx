import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PlacePageData } from "@/domain/pages/place-page";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import places from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { PlacePage } from "./place-page";

const PAGE: PlacePageData = {
  place: {
    id: "1",
    slug: "spamedica-carlisle",
    name: "SpaMedica Carlisle",
    nameCy: null,
    kind: "clinic",
    visibility: "published",
    publishedAt: null,
    identifiers: [],
    addresses: [],
    operator: null,
    isListed: true,
  },
  answer: { key: "outsourced", services: 2, providers: ["SpaMedica"], notNamed: 0, doubt: null },
  definition: "outside-the-nhs",
  services: [],
  leftOut: 0,
  registrations: [],
  comment: null,
  claims: [],
  names: new Map(),
  areas: [],
  samePostcode: [],
  nearby: [],
  changes: [],
  pictures: [],
  disputes: [],
  serviceDisputes: new Map(),
};

function words(given: Partial<PlacePageData>): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={{ areas, common, counting, places, services }}
      timeZone="Europe/London"
    >
      <PlacePage page={{ ...PAGE, ...given }} pageUrl="https://site.example/places/p" />
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]*>/g, "\n").replace(/\n+/g, "\n");
}

it("says beside its number how many of them the list has that counts others only", () => {
  const charities = words({ definition: "charity" as PlacePageData["definition"], leftOut: 2 });
  expect(charities).toContain(
    "2 NHS services at SpaMedica Carlisle are outsourced: run by SpaMedica.\nCounting charities only, the list below has none of the services here.",
  );
  expect(charities).toContain(
    "NHS services here\nNone of the services here are included when you count charities only.",
  );
  expect(words({})).not.toContain("the list below");
});

it("says that what runs there may have ended, and why", () => {
  const doubt = { key: "mayHaveEndedRegister", ended: 1 } as const;
  expect(
    words({
      answer: { key: "outsourced", services: 1, providers: ["SSP Health"], notNamed: 0, doubt },
    }),
  ).toContain(
    "1 NHS service at SpaMedica Carlisle is outsourced: run by SSP Health. The service may have ended: it is no longer on the official list; care there may continue.",
  );
});

it("says of what is known to run there and is not outsourced who runs it, and never that nobody can say", () => {
  const said = words({
    answer: { key: "inside", services: 1, providers: ["Cumbria Trust"], notNamed: 0, doubt: null },
  });
  expect(said).toContain(
    "The one NHS service that we know of at SpaMedica Carlisle is not outsourced: run by Cumbria Trust. We have not checked the rest.",
  );
  expect(said).not.toContain("We cannot say");
  expect(said).not.toContain("not checked yet");
});

it("says of a trust's head office what it is, once, and never that nobody has looked", () => {
  const place = { ...PAGE.place, kind: "trust-headquarters" } as const;
  const said = words({ place, answer: { key: "head-office" } });
  expect(said.match(/head office of an NHS trust/g)).toHaveLength(1);
  expect(said).not.toContain("checked");
});

it("stands under the smallest of its areas", () => {
  const area = (kind: "constituency" | "council" | "region", nameEn: string) => ({
    id: nameEn,
    kind,
    slug: nameEn.toLowerCase(),
    nameEn,
    nameCy: null,
    nation: "england" as const,
  });
  const council = area("council", "Cumberland");
  expect(words({ areas: [council, area("constituency", "Carlisle")] })).toMatch(/^\nAreas\n\/\nCarlisle\n/);
  const two = [area("constituency", "Carlisle"), area("constituency", "Copeland"), council];
  expect(words({ areas: two })).toMatch(/^\nAreas\n\/\nCumberland\n/);
});
