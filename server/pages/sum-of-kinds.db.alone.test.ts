import fc from "fast-check";
import { expect, test } from "vitest";
import type { Counts } from "@/domain/figures/count";
import { listTotals } from "@/domain/figures/list-totals";
import type { ServiceRow } from "@/domain/figures/service-row";
import type { ShareOfCare } from "@/domain/figures/share-of-care";
import { readMapAddress } from "@/domain/map/map-address";
import { groupByRegion } from "@/domain/pages/group-by-region";
import {
  COUNTED_KINDS,
  type CountedKind,
  type Definition,
  definitionOf,
  kindsOf,
  PRESETS,
} from "@/domain/providers/legal-form";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadComparison } from "@/server/pages/load-comparison";
import { loadCoverage } from "@/server/pages/load-coverage";
import { loadHomePage } from "@/server/pages/load-home-page";
import { loadMapPage } from "@/server/pages/load-map-page";
import { pinnedOf } from "@/server/pages/load-pins";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { loadProviders } from "@/server/pages/load-providers";
import { loadUnknownBeside } from "@/server/pages/load-unknown-beside";
import { servePagesOfShippedData } from "@/server/starter/testing-shipped";

servePagesOfShippedData();

const ofCounts = ({ services, planned, notNamed }: Counts) => ({ services, planned, notNamed });
const ofShare = ({ admitted, nonAdmitted, together }: ShareOfCare) => ({
  admitted: admitted.outside,
  nonAdmitted: nonAdmitted.outside,
  together: together.outside,
});
const ofList = (services: readonly ServiceRow[], definition: Definition) => ({
  listed: services.length,
  pins: pinnedOf(services, { provider: null, definition }).length,
});

async function area(kind: string, slug: string, definition: Definition) {
  const page = await loadAreaPage(kind, slug, definition);
  if (!page) throw new Error(`no such page: ${kind}/${slug}`);
  const { counts, services, shareOfCare: share } = page;
  return { ...ofCounts(counts), ...ofList(services, definition), ...(share ? ofShare(share.whole) : {}) };
}

/** The numbers of every kind of page that counts, as its loader gives them. */
const PAGES: Record<string, (definition: Definition) => Promise<Record<string, number>>> = {
  home: async (definition) => {
    const { counts, services } = await loadHomePage(definition);
    return { ...ofCounts(counts), ...ofList(services, definition) };
  },
  nation: (definition) => area("nation", "wales", definition),
  region: (definition) => area("region", "east-of-england", definition),
  healthBody: (definition) => area("icb", "bristol-north-somerset-and-south-gloucestershire", definition),
  constituency: (definition) => area("constituency", "carlisle", definition),
  council: (definition) => area("council", "cumberland", definition),
  map: async (definition) => {
    const { pins, withoutPin, shown } = await loadMapPage(readMapAddress(""), definition);
    return { pins, withoutPin, shown };
  },
  providers: async (definition) => {
    const { ranked, counts } = await loadProviders(definition);
    const sum = ranked.reduce((total, row) => total + row.counts.services, 0);
    return { ...ofCounts(counts), ranked: sum };
  },
  provider: async (definition) => {
    const page = await loadProviderPage("one-hatfield-hospital", definition);
    return page ? ofCounts(page.counts) : {};
  },
  comparison: async (definition) => {
    const { england, healthBodies } = await loadComparison(definition, "all");
    const all = [...healthBodies.ranked, ...healthBodies.notEnough];
    return {
      ...ofShare(england),
      healthBodies: all.reduce((total, { share }) => total + share.together.outside, 0),
    };
  },
};

const sumOf = (rows: Record<string, number>[]) => {
  const sum: Record<string, number> = {};
  for (const row of rows) for (const [key, n] of Object.entries(row)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
};

test.each(Object.entries(PAGES))(
  "%s: what a set of kinds counts is the sum of its kinds",
  async (_, page) => {
    const apart = new Map<CountedKind, Record<string, number>>();
    for (const kind of COUNTED_KINDS) apart.set(kind, await page(definitionOf([kind])));
    const sumsUp = async (definition: Definition) => {
      const kinds = kindsOf(definition).map((kind) => apart.get(kind) ?? {});
      expect(await page(definition)).toEqual(sumOf(kinds));
    };
    for (const preset of PRESETS) await sumsUp(preset);
    const anyKinds = fc.subarray([...COUNTED_KINDS], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyKinds, (kinds) => sumsUp(definitionOf(kinds))),
      { numRuns: 2 },
    );
  },
);

test("a place where several kinds run something is outsourced once: at least by the most of its kinds, at most by their sum", async () => {
  const outsourced = async (definition: Definition) =>
    (await loadCoverage(definition)).map(({ whole }) => whole.outsourced);
  const apart = new Map<CountedKind, number[]>();
  for (const kind of COUNTED_KINDS) apart.set(kind, await outsourced(definitionOf([kind])));
  for (const preset of PRESETS)
    for (const [nation, all] of (await outsourced(preset)).entries()) {
      const kinds = kindsOf(preset).map((kind) => apart.get(kind)?.[nation] ?? 0);
      expect(all).toBeGreaterThanOrEqual(Math.max(...kinds));
      expect(all).toBeLessThanOrEqual(kinds.reduce((sum, kind) => sum + kind, 0));
    }
});

test("what no source says the kind of is in no preset, and named beside every count", async () => {
  for (const preset of PRESETS) {
    const home = await loadHomePage(preset);
    expect(home.services.filter(({ kind }) => kind === null)).toEqual([]);
    const hatfield = [{ slug: "one-hatfield-hospital", name: "One Hatfield Hospital" }];
    const beside = { services: 1, organisations: hatfield, notNamed: 0 };
    expect(home.unknown).toEqual(beside);
    expect((await loadProviders(preset)).unknown).toEqual(beside);
    expect((await loadMapPage(readMapAddress(""), preset)).unknown).toEqual(beside);
    expect(await loadUnknownBeside(preset)).toEqual(beside);
    expect((await loadProviderPage("one-hatfield-hospital", preset))?.unknown).toEqual(beside);
    const region = await loadAreaPage("region", "east-of-england", preset);
    expect(region?.unknown).toEqual(beside);
    const england = await loadAreaPage("nation", "england", preset);
    expect(england?.shareOfCare?.whole.unknown).toBe(6_223);
    expect(england?.shareOfCare?.unknownCarers.map(({ name }) => name)).toContain("One Hatfield Hospital");
    expect(england?.shareOfCare?.unknownCarers.length).toBeGreaterThan(10);
  }
});

test.each(PRESETS)(
  "%s: the totals of the front page, the map, the regions and the organisations add up",
  async (preset) => {
    const { counts, services } = await loadHomePage(preset);
    const totals = listTotals(services, preset);
    expect(totals.running).toBe(counts.services);
    expect(totals.planned).toBe(counts.planned);
    expect(totals.noLongerListed).toBe(counts.noLongerListed);
    expect(totals.littleActivity).toBe(counts.littleActivity);
    const apart = totals.planned + totals.noLongerListed + totals.littleActivity + totals.ended;
    expect(totals.running + apart).toBe(totals.all);
    expect(pinnedOf(services, { provider: null, definition: preset }).length).toBe(totals.onMap);
    expect(totals.onMap + totals.offMap).toBe(services.length);
    const inRegions = groupByRegion(services).reduce((sum, group) => sum + group.services.length, 0);
    const elsewhere = services.filter(({ region }) => region === null).length;
    expect(inRegions).toBe(services.length);
    expect(elsewhere).toBeLessThan(services.length);
    const { ranked, counts: ofAll } = await loadProviders(preset);
    expect(ofAll).toEqual(counts);
    const inRows = ranked.reduce((sum, row) => sum + row.counts.services, 0);
    expect(inRows + counts.notNamed).toBe(counts.services);
    const byName = ranked.reduce((sum, row) => sum + row.counts.providers, 0);
    expect(byName).toBe(counts.providers);
  },
);
