import { expect, it } from "vitest";
import { groupByQuote } from "./group-by-quote";
import type { ClaimRead } from "./reading";

const source: ClaimRead["source"] = {
  id: "s1",
  kind: "news",
  title: "Article",
  publisher: "News",
  url: null,
  publishedOn: null,
  periodFrom: null,
  periodTo: null,
  note: null,
};

function claim(id: string, given: Partial<ClaimRead> = {}): ClaimRead {
  return {
    id,
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
    source,
    ...given,
  };
}

const ids = (claims: ClaimRead[]) => groupByQuote(claims).map((group) => group.map(({ id }) => id));

it("puts claims with one quote together, where the first of them stood", () => {
  const other = claim("b", { says: "Says something else." });
  expect(ids([claim("a"), other, claim("c")])).toEqual([["a", "c"], ["b"]]);
});

it.each([
  ["another source", { source: { ...source, id: "s2" } }],
  ["another day it was confirmed", { confirmedOn: "2025-04-01" }],
  ["another day it was recorded", { recordedAt: new Date("2026-01-02T00:00:00Z") }],
])("keeps the same words apart that have %s", (_, given) => {
  expect(ids([claim("a"), claim("b", given)])).toEqual([["a"], ["b"]]);
});

it("does not say of hidden quotes that they are the same", () => {
  expect(ids([claim("a", { says: null }), claim("b", { says: null })])).toEqual([["a"], ["b"]]);
});
