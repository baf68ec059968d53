import { expect, it } from "vitest";
import { groupByQuote } from "./group-by-quote";
import type { ClaimRead } from "./reading";
import { claimOf, SOURCE_READ } from "./testing";

const claim = (id: string, given: Partial<ClaimRead> = {}) => claimOf({ id, ...given });
const ids = (claims: ClaimRead[]) => groupByQuote(claims).map((group) => group.map(({ id }) => id));

it("puts claims with one quote together, where the first of them stood", () => {
  const other = claim("b", { says: "Says something else." });
  expect(ids([claim("a"), other, claim("c")])).toEqual([["a", "c"], ["b"]]);
});

it.each([
  ["another source", { source: { ...SOURCE_READ, id: "s2" } }],
  ["another day it was confirmed", { confirmedOn: "2025-04-01" }],
  ["another way to rest on them", { field: "legal-form" as const }],
  ["another day it was read", { readOn: "2026-01-02" }],
])("keeps the same words apart that have %s", (_, given) => {
  const says = "Filed as SSP HEALTH LTD.";
  expect(ids([claim("a", { says }), claim("b", { says, ...given })])).toEqual([["a"], ["b"]]);
});

it("does not say of hidden quotes that they are the same", () => {
  expect(ids([claim("a", { says: null }), claim("b", { says: null })])).toEqual([["a"], ["b"]]);
});

it("prints a quote once that was recorded twice in a day", () => {
  const later = claim("b", { recordedAt: new Date("2026-01-01T17:30:00Z") });
  expect(ids([claim("a"), later])).toEqual([["a", "b"]]);
});
