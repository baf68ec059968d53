import { describe, expect, it } from "vitest";
import { getDb } from "@/db/client";
import { listMainCarers } from "@/db/queries/carers-by-area";
import type { Nation } from "@/domain/areas/area";
import {
  comparableRange,
  ENOUGH_PLACES,
  LIKE_ORDERS,
  type Practices,
} from "@/domain/figures/compare-services";
import { COMPARE_ORDERS } from "@/domain/figures/compare-shares";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { COMPARISON_MAPS, type ComparisonMap, drawComparisonMap } from "@/server/pages/draw-comparison-map";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadComparison } from "@/server/pages/load-comparison";
import { loadLikeAreas, loadLikeRows } from "@/server/pages/load-like-areas";
import { servePagesOfShippedData } from "@/server/starter/testing-shipped";

servePagesOfShippedData();

const councils = (order: (typeof LIKE_ORDERS)[number]) =>
  loadLikeAreas({ kind: "council", nation: "england", order }, DEFAULT_DEFINITION);

describe("councils of England", () => {
  it("are the same in every order, of one nation, and only the order by practices has ranks", async () => {
    const lists = await Promise.all(LIKE_ORDERS.map(councils));
    const ids = lists.map(({ rows }) => rows.map(({ area }) => area.id).sort());
    for (const list of ids) expect(list).toEqual(ids[0]);
    for (const { rows, order } of lists) {
      expect(new Set(rows.map(({ area }) => area.nation))).toEqual(new Set(["england"]));
      if (order !== "practices") expect(rows.every(({ rank }) => rank === null)).toBe(true);
    }
  });

  it("with under thirty practices, or a range that meets another's, have no rank", async () => {
    const { rows } = await councils("practices");
    for (const row of rows) {
      const range = comparableRange(row);
      const others = rows.flatMap((other) => (other === row ? [] : (comparableRange(other) ?? [])));
      const meets = range && others.some(({ low, high }) => low <= range.high && high >= range.low);
      expect(row.rank === null).toBe(range === null || meets === true);
      expect(range === null).toBe(row.practices < ENOUGH_PLACES);
    }
  });

  it("have as many services as their own pages count", async () => {
    const { rows } = await councils("services");
    for (const { area, services } of [...rows.slice(0, 3), ...rows.slice(-2)]) {
      const page = await loadAreaPage(area.kind, area.slug, DEFAULT_DEFINITION);
      expect(page?.counts.services, area.slug).toBe(services);
    }
  });

  it("name who runs a third of an area's services or more, in every order, as its own page has them", async () => {
    const { rows } = await councils("services");
    const byName = await councils("name");
    const named = rows.filter(({ main }) => main.length > 0);
    expect(named.length).toBeGreaterThan(10);
    expect(byName.rows.filter(({ main }) => main.length > 0)).toHaveLength(named.length);
    for (const { area, services, main } of named) {
      for (const one of main) expect(one.services * 3, area.slug).toBeGreaterThanOrEqual(services);
      expect(
        main.reduce((sum, one) => sum + one.services, 0),
        area.slug,
      ).toBeLessThanOrEqual(services);
    }
    const [{ area, main } = { area: null, main: [] }] = named;
    const page = await loadAreaPage("council", area?.slug ?? "", DEFAULT_DEFINITION);
    const own = page?.services.filter(
      ({ provider, status, notCounted }) =>
        provider?.slug === main[0]?.slug && status === "operating" && !notCounted,
    );
    expect(own).toHaveLength(main[0]?.services ?? 0);
  });
});

it("a board's main organisation did a third of what is outside or more, and no more than all of it", async () => {
  const { healthBodies, month } = await loadComparison(DEFAULT_DEFINITION, "all");
  const named = healthBodies.ranked.filter(({ main }) => main !== null);
  expect(named.length).toBeGreaterThan(0);
  const carers = await listMainCarers(getDb(), month, DEFAULT_DEFINITION);
  for (const { area, main, share } of healthBodies.ranked) {
    const atLeast = (carers.get(area.id)?.completed ?? 0) / share.together.outside;
    expect(atLeast, area.slug).toBeLessThanOrEqual(1);
    expect(main !== null, area.slug).toBe(atLeast >= 1 / 3);
  }
});

it.each(COMPARE_ORDERS)("no two boards with a rank in the order of %s could change places", async (order) => {
  const { healthBodies } = await loadComparison(DEFAULT_DEFINITION, order);
  const ranks = healthBodies.ranked.flatMap(({ rank }) => rank ?? []);
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  if (order === "name") expect(ranks).toEqual([]);
});

it("name the organisations of unknown kind whose services are in none of these counts", async () => {
  const { unknown } = await councils("name");
  const england = await loadAreaPage("nation", "england", DEFAULT_DEFINITION);
  expect(unknown.services).toBe(england?.unknown.services);
  expect(unknown.organisations.map(({ slug }) => slug)).toEqual(
    england?.unknown.organisations.map(({ slug }) => slug),
  );
});

it.each([
  ["waits", "england"],
  ["practices-of-bodies", "england"],
  ["practices-of-councils", "england"],
  ["practices-of-councils", "wales"],
] as const satisfies readonly [ComparisonMap, Nation][])(
  "the map of %s in %s draws every area of that nation once, says each, and hatches where we cannot say",
  async (map, nation) => {
    const words = {
      title: "Title",
      waits: (name: string) => `${name} waits`,
      practices: (name: string, { practices }: Practices) => `${name} ${practices}`,
      cannotSay: (name: string) => `${name} not known`,
    };
    const { text } = await drawComparisonMap(map, nation, DEFAULT_DEFINITION, words);
    const all = await loadLikeRows(COMPARISON_MAPS[map], DEFAULT_DEFINITION);
    const rows = all.filter(({ area }) => area.nation === nation);
    expect(rows.length).toBeGreaterThan(20);
    expect(text.match(/<path fill="[^"]+" d="[^"]*"><title>/g)).toHaveLength(rows.length);
    const hatched = text.match(/<path fill="url\(#none\)"[^>]*><title>[^<]*/g) ?? [];
    const notKnown = hatched.filter((shape) => shape.endsWith(" not known"));
    expect(text.match(/ not known<\/title>/g) ?? []).toHaveLength(notKnown.length);
    // An area whose share could be in either of two steps is hatched too, and says what is known.
    expect(notKnown).toHaveLength(
      map === "waits" ? notKnown.length : rows.filter(({ practices }) => practices === 0).length,
    );
    expect(text).toContain('fill="url(#none)"');
    // Of Wales the list says which practices there are, and not yet who runs any of them.
    if (nation === "england") expect(new Set(text.match(/fill="#[0-9a-f]{6}"/g)).size).toBeGreaterThan(2);
  },
);
