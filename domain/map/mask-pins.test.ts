import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTED_KINDS, countsAs, DEFAULT_DEFINITION, definitionOf } from "@/domain/providers/legal-form";
import { COUNTED_FILTERS } from "./map-address";
import { decodeFacts, encodeFacts, monthOfDate } from "./map-facts";
import { hasWords, type MapFilter, matches, NO_FILTER, textOfRow } from "./map-filter";
import type { MapRow } from "./map-row";
import { type CountedFilter, type MapTable, maskPins } from "./mask-pins";
import { PIN_STATUSES } from "./pin";
import { decodePins, encodePins } from "./pin-file";

const named = (slug: string) => ({ slug, name: slug.replaceAll("-", " ") });
const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
const PROVIDERS = ["gnu-care", "okapi", "yak-group"];
const PAYERS = ["north-icb", "south-icb"];
const AREAS = [
  { kind: "council", slug: "luton" },
  { kind: "council", slug: "carlisle" },
  { kind: "constituency", slug: "luton" },
] as const;

const rows = fc.array(
  fc.record<MapRow>({
    id: fc.constant("id"),
    slug: fc.constant("slug"),
    name: fc.constantFrom("Eye clinic in Luton", "Saint Anne’s", "Scans"),
    category: fc.constantFrom("eye-care", "dialysis", "gp-practice"),
    status: fc.constantFrom(...PIN_STATUSES),
    mayHaveEnded: fc.boolean(),
    disputed: fc.boolean(),
    kind: fc.constantFrom(...COUNTED_KINDS),
    lon: fc.double({ min: -8, max: 2, noNaN: true }),
    lat: fc.double({ min: 50, max: 60, noNaN: true }),
    approximate: fc.boolean(),
    place: fc.constant({ ...named("zebra-house"), nameCy: null, town: "Luton" }),
    provider: orNull(PROVIDERS.map(named)),
    isProviderHidden: fc.constant(false),
    groups: fc.constant([]),
    startedOn: fc.constant(null),
    lastConfirmedOn: fc.constantFrom(null, "2024", "2024-10", "2025-04-03"),
    payer: orNull(PAYERS.map(named)),
    areas: fc
      .subarray(AREAS.slice(1))
      .map((some) => some.map((one) => ({ ...one, name: "x", nameCy: null }))),
    publisher: fc.constant(null),
    isWorkedOut: fc.boolean(),
  }),
  { maxLength: 30 },
);
/** Two of the providers belong to the third. */
const grouped = rows.map((list) =>
  list.map((row) => ({
    ...row,
    groups: row.provider && row.provider.slug !== "yak-group" ? [named("yak-group")] : [],
  })),
);
const filters = fc.record<MapFilter>({
  q: orNull(["luton", "st anne", "zebra scan", "x"]),
  care: fc.subarray(["eye-care", "dialysis"]),
  provider: orNull([...PROVIDERS, "nobody"]),
  type: fc.subarray(["company", "charity", "not-known"]),
  pays: orNull([...PAYERS, "nobody"]),
  area: orNull([...AREAS]),
  status: fc.subarray([...PIN_STATUSES]),
  since: orNull(["2024-01", "2024-11"]),
  exact: orNull(["yes", "no"] as const),
});
const definitions = fc.constantFrom(
  DEFAULT_DEFINITION,
  definitionOf(COUNTED_KINDS),
  definitionOf(["charity"]),
);

function tableOf(list: readonly MapRow[]): { table: MapTable; sorted: MapRow[] } {
  const { file, order } = encodePins(list);
  const sorted = order.flatMap((index) => list[index] ?? []);
  return { table: { pins: decodePins(file), facts: decodeFacts(encodeFacts(sorted)) }, sorted };
}
const textsOf = (sorted: readonly MapRow[], q: string | null) =>
  q === null ? null : Uint8Array.from(sorted, (row) => Number(hasWords(textOfRow(row), q)));

test("a mask shows the very rows that the filter's rule matches", () => {
  fc.assert(
    fc.property(grouped, filters, definitions, (list, filter, definition) => {
      const { table, sorted } = tableOf(list);
      const { mask, shown } = maskPins(table, definition, filter, textsOf(sorted, filter.q));
      const wanted = sorted.map((row) => Number(countsAs(row.kind, definition) && matches(filter, row)));
      expect([...mask]).toEqual(wanted);
      expect(shown).toBe(wanted.filter(Boolean).length);
    }),
  );
});

test("each choice says how many services it would leave", () => {
  const choose: Record<CountedFilter, (word: string) => Partial<MapFilter>> = {
    care: (word) => ({ care: [word as MapRow["category"]] }),
    provider: (provider) => ({ provider }),
    type: (word) => ({ type: [word as MapRow["kind"]] }),
    pays: (pays) => ({ pays }),
    area: (word) => {
      const [kind, slug = ""] = word.split("/");
      return { area: { kind: kind as "council", slug } };
    },
    status: (word) => ({ status: [word as MapRow["status"]] }),
    since: (since) => ({ since }),
    exact: (word) => ({ exact: word as "yes" | "no" }),
  };
  fc.assert(
    fc.property(grouped, filters, definitions, (list, filter, definition) => {
      const { table, sorted } = tableOf(list);
      const texts = textsOf(sorted, filter.q);
      const { counts } = maskPins(table, definition, filter, texts);
      for (const key of COUNTED_FILTERS)
        for (const [word, count] of counts[key])
          expect(maskPins(table, definition, { ...filter, ...choose[key](word) }, texts).shown).toBe(count);
    }),
    { numRuns: 40 },
  );
});

test("the months to choose from are each January that something is confirmed after, and the one that is chosen", () => {
  fc.assert(
    fc.property(grouped, filters, (list, filter) => {
      const { table } = tableOf(list);
      const { counts } = maskPins(table, definitionOf(COUNTED_KINDS), filter, null);
      const offered = [...counts.since.keys()];
      expect(offered).toEqual(offered.toSorted().toReversed());
      expect(offered.filter((month) => month.endsWith("-01") || month === filter.since)).toEqual(offered);
      if (filter.since !== null) expect(offered).toContain(filter.since);
    }),
  );
});

test("no filter leaves nothing out", () => {
  fc.assert(
    fc.property(grouped, (list) => {
      const { table, sorted } = tableOf(list);
      expect(maskPins(table, definitionOf(COUNTED_KINDS), NO_FILTER, null).shown).toBe(sorted.length);
    }),
  );
});

test("a month is a number that grows by one a month", () => {
  expect(monthOfDate("2025-01") - monthOfDate("2024-12-31")).toBe(1);
  expect(monthOfDate("2024")).toBe(monthOfDate("2024-01"));
  expect(monthOfDate(null)).toBe(0);
});
