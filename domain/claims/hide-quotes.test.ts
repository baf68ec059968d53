import { expect, it } from "vitest";
import { hideDisputes, hideQuotes, hideReasons, hideText, hideTitles, isHiddenValue } from "./hide-quotes";
import { claimOf, SOURCE_READ } from "./testing";

const hidden = new Map([["p1", "Zebra’s Care Ltd"]]);

it.each([
  ["points at a hidden provider", claimOf({ field: "provider", value: { providerId: "p1" } }), null],
  ["is of the hidden record itself", claimOf({ recordId: "p1" }), null],
  ["has the name in other letters", claimOf({ says: "Run by ZEBRA'S  care ltd since 2020." }), null],
  ["has the name with other marks", claimOf({ says: "Run by ‘Zebras-Care’ (Ltd.)." }), null],
  ["has another name", claimOf({ says: "Run by Zebu Ltd." }), "Run by Zebu Ltd."],
  ["points at a public provider", claimOf({ field: "provider", value: { providerId: "p2" } }), "Says so."],
])("a claim that %s", (_, given, says) => {
  expect(hideQuotes([given], hidden).map((read) => read.says)).toEqual([says]);
});

it.each([
  ["Zebra's Care Ltd opens a clinic", "https://news.example/1", null, null],
  ["A clinic opens", "https://news.example/zebra-s-care-ltd-opens", "A clinic opens", null],
  ["A clinic opens", "https://news.example/%7Aebras_care_ltd", "A clinic opens", null],
  ["A clinic opens", "https://news.example/1?%", "A clinic opens", "https://news.example/1?%"],
])("a source called %j at %j", (title, url, shown, link) => {
  const given = claimOf({ source: { ...claimOf({}).source, title, url, note: "Zebra’s Care Ltd said so." } });
  const [read] = hideQuotes([given], hidden);
  expect(read?.source).toMatchObject({ title: shown, url: link, note: null });
});

it("hides nothing for a record whose name was emptied", () => {
  expect(hideQuotes([claimOf({})], new Map([["p1", ""]]))[0]?.says).toBe("Says so.");
});

it.each([
  ["owners", "Owned by Zebra's Care Ltd."],
  ["about", "Bought by ZEBRAS\nCARE LTD in 2020."],
  ["covers", "Eye clinics of Zebra’s Care Ltd"],
  ["website", "https://example.com/zebra-s-care-ltd"],
  ["operator", { isNhs: false, organisations: [{ code: "A1", name: "Zebra’s Care Ltd" }] }],
] as const)("a fact in words of a source's own (%s) is left out where they hold the name", (field, value) => {
  const other = claimOf({ id: "other", field, value: "Words about Zebu Ltd." });
  const shown = hideQuotes([claimOf({ field, value }), other], hidden);
  expect(shown.map(({ id }) => id)).toEqual(["other"]);
});

it("leaves a record's own name, which is another's only by chance", () => {
  const [shown] = hideQuotes([claimOf({ field: "name", value: "Zebra's Care Ltd" })], hidden);
  expect(shown?.value).toBe("Zebra's Care Ltd");
});

it("changes nothing while nothing is hidden", () => {
  const claims = [claimOf({ id: "a", says: null }), claimOf({ id: "b", field: "about", value: "Words." })];
  expect(hideQuotes(claims, new Map())).toEqual(claims);
});

it("takes away a text that holds a hidden name, whole, and no other", () => {
  expect(hideText("Import undone: the clinics of Zebras Care Ltd.", hidden)).toBeNull();
  expect(hideText("Import undone: the clinics of Zebu.", hidden)).toBe("Import undone: the clinics of Zebu.");
  expect(hideText(null, hidden)).toBeNull();
});

it("leaves a change standing without the reason that names it", () => {
  const change = { version: 2, changedAt: new Date("2026-01-01") };
  const reasons = ["Run by Zebra's Care Ltd", "A wrong postcode", null];
  expect(
    hideReasons(
      reasons.map((reason) => ({ ...change, reason })),
      hidden,
    ),
  ).toEqual([
    { ...change, reason: null },
    { ...change, reason: "A wrong postcode" },
    { ...change, reason: null },
  ]);
});

it("leaves out a dispute that names it, whole", () => {
  const dispute = { field: null, isFromReader: true, since: "2026-01-01" };
  const disputes = [
    { ...dispute, id: "1", says: "It is not Zebra's Care Ltd." },
    { ...dispute, id: "2", says: "It has moved." },
  ];
  expect(hideDisputes(disputes, hidden).map(({ id }) => id)).toEqual(["2"]);
});

it("takes the title and the link of a source that names it, and leaves another source as it is", () => {
  const named = { ...SOURCE_READ, title: "Zebras Care Ltd closes", url: "https://news.example/1" };
  const other = { ...SOURCE_READ, title: "Zebu closes", url: "https://news.example/2", note: "Read again." };
  expect(hideTitles([named, other], hidden)).toEqual([{ ...named, title: null, url: null }, other]);
});

it("of several hidden names each is enough", () => {
  const two = new Map([...hidden, ["p3", "Okapi Ltd"]]);
  const source = { ...SOURCE_READ, url: "https://news.example/okapi-ltd" };
  expect(hideTitles([source], two)[0]?.url).toBeNull();
  const website = claimOf({ field: "website", value: "https://okapiltd.example/" });
  expect(hideQuotes([website], two)).toEqual([]);
});

it("a fact in words is left where only its letters run into a name", () => {
  const about = claimOf({ field: "about", value: "Its zebra scare Ltd knows." });
  expect(hideQuotes([about], hidden)).toHaveLength(1);
});

it.each([
  ["Zebra's Care Ltd", true],
  ["The clinic of zebras care ltd", true],
  ["https://zebra-s-care-ltd.example/", true],
  [{ providerId: "p1" }, true],
  [{ isNhs: false, organisations: [{ code: "A1", name: "Zebra’s Care Ltd" }] }, true],
  ["Zebu Ltd", false],
  ["https://zebu.example/", false],
  [{ providerId: "p2" }, false],
  [1_250_000, false],
])("whether %j says or points at what is hidden: %s", (value, isHidden) => {
  expect(isHiddenValue(value, hidden)).toBe(isHidden);
});
