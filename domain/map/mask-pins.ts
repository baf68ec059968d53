import { isOneOf } from "@/domain/lists/is-one-of";
import { type Definition, kindsOf } from "@/domain/providers/legal-form";
import { COUNTED_FILTERS, type FilterKey } from "./map-address";
import { type MapFacts, monthOfDate } from "./map-facts";
import type { MapFilter } from "./map-filter";
import type { PinMask } from "./pin-clusters";
import type { PinTable } from "./pin-file";

export type MapTable = { pins: PinTable; facts: MapFacts };

export type CountedFilter = (typeof COUNTED_FILTERS)[number];
/**
 * By filter and choice: how many services it would leave, all other filters being as they are. Of "since" the choices are each January from the
 * newest year down, and the month that is chosen.
 */
export type ChoiceCounts = Record<CountedFilter, ReadonlyMap<string, number>>;

/** Row by row: whether one filter lets it through. */
type Test = { key: FilterKey | "definition"; lets: (row: number) => boolean };

/**
 * Which pins a view shows, and what each further choice would leave, in one pass over the rows. The same as `matches` says
 * of each row; a property test holds them together.
 * @param texts 1 for each row whose names have the words searched for; null where no text is.
 */
export function maskPins(
  table: MapTable,
  definition: Definition,
  filter: MapFilter,
  texts: PinMask | null,
): { mask: PinMask; shown: number; counts: ChoiceCounts } {
  const tests = testsOf(table, definition, filter, texts);
  const mask = new Uint8Array(table.pins.length);
  const tally = tallies(table, filter.since);
  let shown = 0;
  for (let row = 0; row < table.pins.length; row++) {
    let failed: Test["key"] | null = null;
    let isOut = false;
    for (const { key, lets } of tests) {
      if (lets(row)) continue;
      isOut = failed !== null;
      failed = key;
      if (isOut) break;
    }
    if (isOut) continue;
    // What fails one filter alone would be let in by another choice of that one.
    if (failed === null) {
      mask[row] = 1;
      shown++;
      for (const key of COUNTED_FILTERS) tally.add(key, row);
    } else if (isCounted(failed)) tally.add(failed, row);
  }
  return { mask, shown, counts: tally.counts() };
}

function isCounted(key: Test["key"]): key is CountedFilter {
  return isOneOf(COUNTED_FILTERS, key);
}

function testsOf(
  { pins, facts }: MapTable,
  definition: Definition,
  filter: MapFilter,
  texts: PinMask | null,
): Test[] {
  const tests: Test[] = [];
  const among = (key: Test["key"], column: Uint32Array, allowed: readonly boolean[]) =>
    tests.push({ key, lets: (row) => allowed[column[row] ?? 0] === true });
  const words = (list: readonly string[], isIn: (word: string) => boolean) => list.map(isIn);
  const kinds = new Set<string>(kindsOf(definition));
  among(
    "definition",
    pins.kind,
    words(pins.words.kind, (kind) => kinds.has(kind)),
  );
  const chosen = (key: "care" | "type" | "status", column: Uint32Array, list: readonly string[]) => {
    const wanted: readonly string[] = filter[key];
    if (wanted.length > 0)
      among(
        key,
        column,
        words(list, (word) => wanted.includes(word)),
      );
  };
  chosen("care", pins.category, pins.words.category);
  chosen("type", pins.kind, pins.words.kind);
  chosen("status", pins.status, pins.words.status);
  const { provider, pays, area, since, exact } = filter;
  if (provider !== null) {
    const isOf = (slug: string, index: number) =>
      slug === provider || facts.groups[index]?.includes(provider);
    among("provider", facts.provider, [
      false,
      ...facts.words.provider.map((slug, index) => isOf(slug, index) === true),
    ]);
  }
  if (pays !== null) among("pays", facts.pays, [false, ...words(facts.words.pays, (slug) => slug === pays)]);
  if (area !== null)
    among("area", facts.areas[area.kind], [
      false,
      ...words(facts.words.areas[area.kind], (slug) => slug === area.slug),
    ]);
  if (since !== null) {
    const from = monthOfDate(since);
    tests.push({ key: "since", lets: (row) => (facts.confirmed[row] ?? 0) >= from });
  }
  if (exact !== null)
    tests.push({ key: "exact", lets: (row) => pins.approximate[row] === (exact === "no" ? 1 : 0) });
  if (texts) tests.push({ key: "q", lets: (row) => texts[row] === 1 });
  return tests;
}

/** One counter for each number of each column; names are looked up once, at the end. */
function tallies({ pins, facts }: MapTable, since: string | null) {
  const counter = (column: Uint32Array, words: readonly string[], base: 0 | 1) => ({
    column,
    words,
    base,
    of: new Uint32Array(words.length + base),
  });
  type Counter = ReturnType<typeof counter>;
  const areas = Object.entries(facts.words.areas).map(([kind, slugs]) => {
    const prefixed = slugs.map((slug) => `${kind}/${slug}`);
    return counter(facts.areas[kind as keyof MapFacts["areas"]], prefixed, 1);
  });
  const months = new Uint32Array(facts.confirmed.reduce((last, month) => Math.max(last, month), 0) + 1);
  const counters: Record<Exclude<CountedFilter, "since">, readonly Counter[]> = {
    care: [counter(pins.category, pins.words.category, 0)],
    type: [counter(pins.kind, pins.words.kind, 0)],
    status: [counter(pins.status, pins.words.status, 0)],
    exact: [counter(pins.approximate, ["yes", "no"], 0)],
    provider: [counter(facts.provider, facts.words.provider, 1)],
    pays: [counter(facts.pays, facts.words.pays, 1)],
    area: areas,
  };
  const namedCounts = (key: Exclude<CountedFilter, "since">): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { words, base, of } of counters[key])
      for (const [index, word] of words.entries()) counts.set(word, of[index + base] ?? 0);
    return key === "provider" ? withGroups(counts, facts) : counts;
  };
  return {
    add: (key: CountedFilter, row: number) => {
      if (key === "since") {
        const month = facts.confirmed[row] ?? 0;
        months[month] = (months[month] ?? 0) + 1;
        return;
      }
      for (const { column, of } of counters[key]) {
        const number = column[row] ?? 0;
        of[number] = (of[number] ?? 0) + 1;
      }
    },
    counts: (): ChoiceCounts => ({
      care: namedCounts("care"),
      provider: namedCounts("provider"),
      type: namedCounts("type"),
      pays: namedCounts("pays"),
      area: namedCounts("area"),
      status: namedCounts("status"),
      since: countsSince(months, since),
      exact: namedCounts("exact"),
    }),
  };
}

/** How many are confirmed in a month or later. @param months how many are confirmed in each, by its number; 0 is never. */
function countsSince(months: Uint32Array, chosen: string | null): Map<string, number> {
  const last = months.length - 1;
  const first = months.findIndex((count, month) => month > 0 && count > 0);
  const years =
    first < 0
      ? []
      : Array.from({ length: Math.floor(last / 12) - Math.floor(first / 12) + 1 }, (_, back) =>
          String(Math.floor(last / 12) - back),
        );
  const values = new Set([...years.map((year) => `${year}-01`), ...(chosen === null ? [] : [chosen])]);
  const from = (value: string) =>
    months.subarray(Math.max(1, monthOfDate(value))).reduce((sum, count) => sum + count, 0);
  return new Map(
    [...values]
      .sort()
      .map((value) => [value, from(value)])
      .reverse() as [string, number][],
  );
}

/** A group holds what its members run. */
function withGroups(own: ReadonlyMap<string, number>, { words, groups }: MapFacts): Map<string, number> {
  const counts = new Map(own);
  for (const [index, slug] of words.provider.entries())
    for (const group of groups[index] ?? [])
      counts.set(group, (counts.get(group) ?? 0) + (own.get(slug) ?? 0));
  return counts;
}
