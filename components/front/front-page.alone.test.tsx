import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { countServices } from "@/domain/figures/count";
import areas from "@/messages/en/areas.json";
import common from "@/messages/en/common.json";
import counting from "@/messages/en/counting.json";
import home from "@/messages/en/home.json";
import lookUp from "@/messages/en/look-up.json";
import map from "@/messages/en/map.json";
import services from "@/messages/en/services.json";
import { FrontPage } from "./front-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/" }));

const provider = {
  id: "1",
  slug: "spamedica",
  name: "SpaMedica",
  legalForm: "company" as const,
  kind: "company" as const,
  parentId: null,
};
const counts = { ...countServices([], "outside-the-nhs"), services: 514, providers: 60, places: 400 };

const html = renderToStaticMarkup(
  <NextIntlClientProvider
    locale="en"
    messages={{ areas, common, counting, home, "look-up": lookUp, map, services }}
    timeZone="Europe/London"
  >
    <FrontPage
      page={{
        counts: { ...counts, oldestCheckedOn: "2024-04-01", lastCheckedOn: "2026-04-30" },
        today: "2026-11-28",
        services: [],
        nations: {
          areas: [
            { kind: "nation", slug: "england", name: "England", nameCy: null, services: 501 },
            { kind: "nation", slug: "wales", name: "Wales", nameCy: null, services: 12 },
          ],
          held: 511,
        },
        leftOut: 0,
        unknown: { services: 0, organisations: 0, notNamed: 0 } as never,
        reported: [],
        lists: {
          most: Array.from({ length: 5 }, (_, at) => ({
            provider: { ...provider, id: String(at) },
            members: 0,
            counts: { ...counts, services: 69 - at },
          })),
          begun: [
            {
              id: "a",
              slug: "eye-care",
              name: "Eye care",
              category: "eye-care",
              provider: null,
              startedOn: "2025-05",
            },
          ],
          checked: [{ nation: "england", kind: "gp-practice", known: 6220, checked: 6023 }],
        },
      }}
    />
  </NextIntlClientProvider>,
);
const text = html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

test("asks, and says in one sentence what can be quoted: day, number, place and what is counted", () => {
  expect(text).toContain("Who runs NHS care near you?");
  expect(text).toContain(
    "On 28 November 2026 we knew of 514 NHS services in the United Kingdom run by 60 organisations outside the NHS.",
  );
  expect(text).toContain("Sources date from April 2024 to April 2026.");
});

test("nothing between a total and its parts is left to be wondered at", () => {
  expect(text).toContain("Other organisations, some of them not named, run the other 179 services we count.");
  expect(text.replace(/ ([.,])/g, "$1")).toContain(
    "By nation: England 501, Wales 12. The nation of 3 more is not known. Some are counted in more than one, so these add up to 2 more than the total.",
  );
});

test("has three short columns of real data, and a picture that leads a phone to the map", () => {
  expect(text).toContain("SpaMedica 69 services");
  expect(text).toMatch(/May 2025: Eye care/);
  expect(text).toContain("GP practices in England: an answer for 6,023 of 6,220");
  expect(html).toMatch(/<a [^>]*href="\/map"><picture><source [^>]*><img src="\/api\/v1\/map\/picture.svg"/);
});

// The framework sends what is drawn twice (markup and its own copy), and the frame around it weighs 12 kB.
test("weighs so little that the page stays under 60 kB before it is compressed", () => {
  expect(html.length).toBeLessThan(22_000);
});
