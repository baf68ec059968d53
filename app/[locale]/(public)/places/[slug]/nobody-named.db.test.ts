import fc from "fast-check";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PlacePage } from "@/components/places/place-page";
import { ShortAnswer } from "@/components/places/short-answer";
import { makeArea } from "@/db/factories";
import { listPublicNames } from "@/db/queries/public-names";
import { findPlacesByCode } from "@/db/queries/stored-records";
import { addressAreas, placeAddresses, places } from "@/db/schema/places";
import { testDb } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { activeCsv, apiJson } from "@/ingest/cqc/testing-cqc";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import map from "@/messages/en/map.json";
import placesWords from "@/messages/en/places.json";
import services from "@/messages/en/services.json";
import { bringCqc, makeRegisterWorld } from "@/server/imports/cqc/testing-cqc-imports";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadServicesCsv } from "@/server/pages/load-services-csv";
import { rehearse } from "@/server/records/rehearse";

const db = testDb();
const messages = { areas, common, counting, map, places: placesWords, services };

/** Words of a page, a search result, an area's list and its CSV, and the names that the API offers. */
const draw = (children: React.ReactElement) => {
  const props = { locale: "en" as const, messages, timeZone: "Europe/London", children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, props));
};

test("no name, number or address of a partner or a person is in a page's words, a CSV or an answer of the API", async () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{4,7}Xq[a-z]{4}$/);
  const secrets = fc.record({
    provider: name,
    person: name,
    address: name,
    providerId: fc.stringMatching(/^1-77[0-9]{7}$/),
  });
  await fc.assert(
    fc.asyncProperty(secrets, fc.constantFrom("Partnership", "Individual"), async (secret, ownership) => {
      const told = await rehearse(db, async (inner) => {
        const world = await makeRegisterWorld(inner);
        const { id: areaId, kind, slug: areaSlug } = await makeArea(inner);
        const at = await inner.select().from(placeAddresses);
        await inner.insert(addressAreas).values(at.map(({ id: addressId }) => ({ addressId, areaId })));
        const { address, ...known } = secret;
        const one = { id: "1-101", code: "Z99002", since: "2013-04-01", ownership, ...known, name: address };
        await bringCqc(world, "2026-10-02", activeCsv([one]));
        await bringCqc(world, "2026-10-03", apiJson([one], "2026-10-03"));
        const [found] = await findPlacesByCode(inner, ["Z99002"]);
        const slug = (await inner.select().from(places)).find(({ id }) => id === found?.placeId)?.slug ?? "";
        const page = await loadPlacePage(slug, DEFAULT_DEFINITION, inner);
        if (!page) throw new Error("the practice has a page");
        const words = { category: () => "", runBy: () => "", kind: () => "", status: () => "" };
        const csv = { words, origin: "https://map.example" };
        return [
          draw(createElement(PlacePage, { page, pageUrl: "https://map.example/places/x" })),
          draw(createElement(ShortAnswer, { answer: page.answer })),
          JSON.stringify(await loadAreaPage(kind, areaSlug, DEFAULT_DEFINITION, inner)),
          await loadServicesCsv({ kind, slug: areaSlug }, DEFAULT_DEFINITION, csv, inner),
          JSON.stringify(await listPublicNames(inner)),
        ].join("\n");
      });
      // What may be said is said: the form, the day and the copy.
      expect(told).toMatch(
        /is registered to (?:a partnership|one person): latest registration we hold 1 April 2013/,
      );
      for (const said of Object.values(secret)) expect(told).not.toContain(said);
    }),
    { numRuns: 2 },
  );
});
