import { expect, it } from "vitest";
import { hideQuotes } from "./hide-quotes";
import type { ClaimRead } from "./reading";

function claim(given: Partial<ClaimRead>): ClaimRead {
  return {
    id: "c1",
    recordType: "service",
    recordId: "r1",
    field: "name",
    value: "Eye clinic",
    validFrom: null,
    validTo: null,
    sourceId: "s1",
    says: "Says so.",
    confirmedOn: "2024-04-01",
    recordedAt: new Date("2026-01-01T00:00:00Z"),
    supersededBy: null,
    isInForce: true,
    source: {
      id: "s1",
      kind: "news",
      title: "Article",
      publisher: "News",
      url: null,
      publishedOn: null,
      periodFrom: null,
      periodTo: null,
      note: null,
    },
    ...given,
  };
}

const hidden = new Map([["p1", "Zebra’s Care Ltd"]]);

it.each([
  ["points at a hidden provider", claim({ field: "provider", value: { providerId: "p1" } }), null],
  ["is of the hidden record itself", claim({ recordId: "p1" }), null],
  ["has the name in other letters", claim({ says: "Run by ZEBRA'S  care ltd since 2020." }), null],
  ["has another name", claim({ says: "Run by Zebu Ltd." }), "Run by Zebu Ltd."],
  ["points at a public provider", claim({ field: "provider", value: { providerId: "p2" } }), "Says so."],
])("a claim that %s", (_, given, says) => {
  expect(hideQuotes([given], hidden).map((read) => read.says)).toEqual([says]);
});

it.each([
  ["Zebra's Care Ltd opens a clinic", "https://news.example/1", null, null],
  ["A clinic opens", "https://news.example/zebra-s-care-ltd-opens", "A clinic opens", null],
  ["A clinic opens", "https://news.example/%7Aebras_care_ltd", "A clinic opens", null],
  ["A clinic opens", "https://news.example/1?%", "A clinic opens", "https://news.example/1?%"],
])("a source called %j at %j", (title, url, shown, link) => {
  const given = claim({ source: { ...claim({}).source, title, url, note: "Zebra’s Care Ltd said so." } });
  const [read] = hideQuotes([given], hidden);
  expect(read?.source).toMatchObject({ title: shown, url: link, note: null });
});

it("hides nothing for a record whose name was emptied", () => {
  expect(hideQuotes([claim({})], new Map([["p1", ""]]))[0]?.says).toBe("Says so.");
});
