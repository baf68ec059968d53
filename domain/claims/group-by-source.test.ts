import fc from "fast-check";
import { expect, it } from "vitest";
import { CLAIM_FIELDS } from "./claim";
import { FIELD_ORDER } from "./field-order";
import { groupBySource } from "./group-by-source";
import type { ClaimRead } from "./reading";
import { claimOf, SOURCE_READ } from "./testing";

const claim = (id: string, given: Partial<ClaimRead> = {}) => claimOf({ id, ...given });
const from = (id: string) => ({ source: { ...SOURCE_READ, id } });
const fieldsOf = (claims: ClaimRead[]) =>
  groupBySource(claims).map(({ source, quotes }) => [source.id, quotes.flat().map(({ field }) => field)]);

it("names each source once, first the one that says who runs it", () => {
  const claims = [
    claim("1", { field: "status", ...from("list") }),
    claim("2", { field: "name", ...from("news") }),
    claim("3", { field: "commissioner", ...from("list") }),
    claim("4", { field: "provider", ...from("news") }),
  ];
  expect(fieldsOf(claims)).toEqual([
    ["news", ["provider", "name"]],
    ["list", ["status", "commissioner"]],
  ]);
});

it("gives the same facts in the same order, in whichever they come", () => {
  const all = FIELD_ORDER.map((field) => claim(field, { field }));
  fc.assert(
    fc.property(fc.shuffledSubarray(all), (some) => {
      const shown = fieldsOf(some).flatMap(([, fields]) => fields);
      expect(shown).toEqual(FIELD_ORDER.filter((field) => some.some((one) => one.field === field)));
    }),
  );
});

it("says once when all of a source was confirmed, and apart where it was not", () => {
  const [same] = groupBySource([claim("1"), claim("2", { field: "category", says: "Another sentence." })]);
  expect(same?.isOfOneDay).toBe(true);
  const [other] = groupBySource([claim("1"), claim("2", { field: "category", confirmedOn: "2025-03-02" })]);
  expect(other?.isOfOneDay).toBe(false);
});

it("has a place in the order for every fact that can be stated", () => {
  const fields = new Set(Object.values(CLAIM_FIELDS).flatMap((of) => Object.keys(of)));
  expect(new Set<string>(FIELD_ORDER)).toEqual(fields);
});

it("says the day once for what was recorded in one day, and apart for what was recorded the day after", () => {
  const at = (id: string, time: string) => claim(id, { readOn: time.slice(0, 10) });
  const [one] = groupBySource([at("1", "2026-01-01T00:05:00Z"), at("2", "2026-01-01T23:55:00Z")]);
  expect(one?.isOfOneDay).toBe(true);
  const [two] = groupBySource([at("1", "2026-01-01T00:05:00Z"), at("2", "2026-01-02T00:05:00Z")]);
  expect(two?.isOfOneDay).toBe(false);
});
