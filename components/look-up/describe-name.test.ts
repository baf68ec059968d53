import { expect, it } from "vitest";
import type { ApiName } from "@/domain/search/api-name";
import { describeName, type SuggestionTexts } from "./describe-name";

const texts: SuggestionTexts = {
  kinds: { constituency: "Constituency", icb: "Board", place: "Place", provider: "Organisation" },
  until: "{kind} until {year}",
  inOne: "in {constituency}",
  inSeveral: "in {count}: choose",
  formerly: "formerly {name}",
  tookOverFrom: "took over from {name}",
  alsoCalled: "also called {name}",
  company: "company {number}",
  inMany: "in {count}: postcode",
};
const area = (en: string, cy: string | null = null) => ({ code: "E14000001", name: { en, cy } });
const page = { en: "https://map.example/look-up?town=x", cy: "https://map.example/cy/look-up?town=x" };
const town = (constituencyCount: number, constituencies: ReturnType<typeof area>[], council = "Cumberland") =>
  ({
    kind: "settlement",
    name: { en: "Town", cy: "Tref" },
    page,
    outcode: "CA5",
    council: area(council),
    constituencyCount,
    constituencies,
  }) satisfies ApiName;

it.each<[string, ApiName, string]>([
  ["a village", town(1, [area("Penrith")]), "Cumberland CA5 · in Penrith"],
  ["a town", town(2, [area("North"), area("South")]), "Cumberland · in 2: choose"],
  ["a town with a council of its name", town(2, [area("North"), area("South")], "Town"), "in 2: choose"],
  ["a very large town", town(100, []), "Cumberland · in 100: postcode"],
  [
    "an area",
    { kind: "constituency", name: { en: "A", cy: null }, page, code: "E14", validTo: null },
    "Constituency",
  ],
  [
    "an ended area",
    { kind: "icb", name: { en: "A", cy: null }, page, code: "E54", validTo: "2026-03-31" },
    "Board until 2026",
  ],
  [
    "a place",
    {
      kind: "place",
      name: { en: "A", cy: null },
      page,
      town: "Carlisle",
      formerly: [],
      tookOverFrom: [],
      alsoCalled: [],
      companyNumber: null,
    },
    "Place · Carlisle",
  ],
  [
    "a provider",
    {
      kind: "provider",
      name: { en: "A", cy: null },
      page,
      town: null,
      formerly: [],
      tookOverFrom: [],
      alsoCalled: [],
      companyNumber: null,
    },
    "Organisation",
  ],
  [
    "a provider with earlier names: of its own number, and of another's",
    {
      kind: "provider",
      name: { en: "A", cy: null },
      page,
      town: null,
      formerly: ["B"],
      tookOverFrom: ["C"],
      alsoCalled: ["D"],
      companyNumber: "01234567",
    },
    "Organisation · company 01234567 · also called D · formerly B · took over from C",
  ],
])("%s", (_what, found, detail) => {
  expect(describeName(found, texts, "en")).toMatchObject({ path: "/look-up?town=x", detail, isWelsh: false });
});

it("has the Welsh name where there is one, marked as Welsh, and the Welsh page", () => {
  const found = town(1, [area("Cardiff West", "Gorllewin Caerdydd")]);
  expect(describeName(found, texts, "cy")).toEqual({
    path: "/cy/look-up?town=x",
    name: "Tref",
    isWelsh: true,
    detail: "Cumberland CA5 · in Gorllewin Caerdydd",
  });
  expect(describeName({ ...found, name: { en: "Town", cy: null } }, texts, "cy")).toMatchObject({
    name: "Town",
    isWelsh: false,
  });
});
