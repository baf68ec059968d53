import { expect, it } from "vitest";
import { hideQuotes } from "./hide-quotes";
import { claimOf } from "./testing";

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
