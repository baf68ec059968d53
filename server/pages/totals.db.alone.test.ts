import { readdirSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { NATIONS } from "@/domain/areas/area";
import type { Counts } from "@/domain/figures/count";
import { isCountedPath } from "@/domain/figures/counting-path";
import { listTotals } from "@/domain/figures/list-totals";
import type { Remainder } from "@/domain/figures/remainder";
import type { ServiceRow } from "@/domain/figures/service-row";
import { readMapAddress } from "@/domain/map/map-address";
import { groupByRegion } from "@/domain/pages/group-by-region";
import { ALL_ROWS, pageOfList } from "@/domain/pages/list-pages";
import {
  restOfBodies,
  restOfChecked,
  restOfCoverage,
  restOfHealthBodies,
  restOfMost,
  restOfNations,
  restOfPayers,
  restOfRanking,
} from "@/domain/pages/remainders";
import { SERVICES_CSV_COLUMNS, servicesCsv } from "@/domain/pages/services-csv";
import { COUNTED_KINDS, type Definition, definitionOf, PRESETS } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";
import { loadAreaList } from "@/server/pages/load-area-list";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { loadComparison } from "@/server/pages/load-comparison";
import { loadCoverage } from "@/server/pages/load-coverage";
import { loadHomePage } from "@/server/pages/load-home-page";
import { loadLikeAreas } from "@/server/pages/load-like-areas";
import { loadMapPage } from "@/server/pages/load-map-page";
import { loadNear } from "@/server/pages/load-near";
import { findPins } from "@/server/pages/load-pins";
import { loadPlacePage } from "@/server/pages/load-place-page";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { loadProviders } from "@/server/pages/load-providers";
import { servePagesOfShippedData } from "@/server/starter/testing-shipped";

servePagesOfShippedData();

/** A total of a page: the parts that stand beside it, and what its words say that these leave. */
type Sum = { total: number; parts: number[]; missing?: number; again?: number };
type Sums = Record<string, Sum>;

/** What is drawn beside parts is of these parts. */
const said = ({ total, missing, again }: Remainder, parts: number[]): Sum => ({
  total,
  parts,
  missing,
  again,
});

/** The line over a list: counted, planned, no longer listed and ended; with a pin and without. */
function ofList(services: readonly ServiceRow[], { services: counted, definition }: Counts): Sums {
  const totals = listTotals(services, definition);
  const { all, running, otherKinds, planned, noLongerListed, littleActivity, ended, onMap, offMap } = totals;
  return {
    "the list": { total: all, parts: [counted, otherKinds, planned, noLongerListed, littleActivity, ended] },
    "what the list counts": { total: counted, parts: [running] },
    "on the map": { total: all, parts: [onMap, offMap] },
    ...ofFile(services, { counted, definition }),
  };
}

/** The list as a file has the rows of the page, and those that say "yes" are the number of its sentence. */
function ofFile(
  services: readonly ServiceRow[],
  { counted, definition }: { counted: number; definition: Definition },
): Sums {
  const words = { category: () => "", runBy: () => "", kind: () => "", status: () => "" };
  const [, ...rows] = servicesCsv(services, new Map(), words, { origin: "", definition });
  const last = SERVICES_CSV_COLUMNS.indexOf("counted");
  return {
    "rows of the file": { total: services.length, parts: [rows.length] },
    "rows of the file that count": {
      total: counted,
      parts: [rows.filter((row) => row[last] === "yes").length],
    },
  };
}

/** The pins of the API are those that the page has on its map. */
async function ofApi(
  services: readonly ServiceRow[],
  asked: { area: string | null; provider: string | null; definition: Definition },
): Promise<Sums> {
  const { onMap } = listTotals(services, asked.definition);
  const pins = await findPins(asked);
  return { "pins of the API": { total: onMap, parts: [pins?.length ?? -1] } };
}

function ofRegions(services: readonly ServiceRow[], { services: total, definition }: Counts): Sums {
  const parts = groupByRegion(services).map((group) => listTotals(group.services, definition).running);
  return { regions: { total, parts } };
}

async function ofArea(kind: string, slug: string, definition: Definition): Promise<Sums> {
  const page = await loadAreaPage(kind, slug, definition);
  if (!page) throw new Error(`no such page: ${kind}/${slug}`);
  const { counts, services, coverage, shareOfCare } = page;
  const kinds = coverage.lines.map((line) => line.counts);
  const all = shareOfCare ? [...shareOfCare.byKind] : [];
  return {
    ...ofList(services, counts),
    ...(await ofApi(services, { area: `${kind}/${slug}`, provider: null, definition })),
    ...ofRegions(services, counts),
    "places on lists": { total: coverage.known, parts: kinds.map((line) => line?.known ?? 0) },
    ...(shareOfCare
      ? {
          "waits by kind": {
            total: shareOfCare.whole.together.all,
            parts: all.map((row) => row.together.all),
          },
          "waits outside": {
            total: shareOfCare.whole.together.outside,
            parts: all.map((row) => row.together.outside),
          },
          "waits by specialty": {
            total: shareOfCare.whole.together.all,
            parts: shareOfCare.bySpecialty.map((row) => row.together.all),
          },
          "waits with and without a stay": {
            total: shareOfCare.whole.together.all,
            parts: [shareOfCare.whole.admitted.all, shareOfCare.whole.nonAdmitted.all],
          },
        }
      : {}),
  };
}

async function ofProvider(slug: string, definition: Definition): Promise<Sums> {
  const page = await loadProviderPage(slug, definition);
  if (!page) throw new Error(`no such page: ${slug}`);
  const payers = restOfPayers(page);
  return {
    ...ofList(page.services, page.counts),
    ...(await ofApi(page.services, { area: null, provider: slug, definition })),
    bodies: said(
      restOfBodies(page),
      page.bodies.areas.map((area) => area.services),
    ),
    ...(payers
      ? {
          payers: said(
            payers,
            page.payers.map(({ completed }) => completed),
          ),
        }
      : {}),
  };
}

/** Every row of a list is on one of its pages, and each kind of care has as many there as its heading says. */
function ofPages(services: readonly ServiceRow[]): Sums[] {
  const pages = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].flatMap(
    (number) => pageOfList(services, number) ?? [],
  );
  const groups = pages.flatMap((page) => page.groups);
  const all = pageOfList(services, ALL_ROWS) ?? pages[0];
  const kinds = (all?.groups ?? []).map(
    ({ category, total }): Sums => ({
      [`rows of ${category}`]: {
        total,
        parts: groups.filter((group) => group.category === category).map((group) => group.services.length),
      },
    }),
  );
  const rows = { total: services.length, parts: groups.map((group) => group.services.length) };
  return [{ rows }, ...kinds];
}

/** Every page whose words depend on the definition, by its route. */
const PAGES: Record<string, (definition: Definition) => Promise<Sums[]>> = {
  "/": async (definition) => {
    const page = await loadHomePage(definition);
    const nations = await Promise.all(
      NATIONS.map(async (nation) => (await loadAreaPage("nation", nation, definition))?.counts.services ?? 0),
    );
    const most = page.lists.most.map((row) => row.counts.services);
    return [
      ofList(page.services, page.counts),
      await ofApi(page.services, { area: null, provider: null, definition }),
      { "who runs the most": said(restOfMost(page), most) },
      // As the nations' own pages say it, not as this one does.
      { nations: said(restOfNations(page), nations) },
    ];
  },
  "/areas": async () =>
    (await loadAreaList()).map(({ areas }) => ({ areas: { total: areas.length, parts: [areas.length] } })),
  "/areas/[kind]/[slug]": async (definition) => [
    ...(await Promise.all(NATIONS.map((nation) => ofArea("nation", nation, definition)))),
    await ofArea("region", "east-of-england", definition),
    await ofArea("icb", "bristol-north-somerset-and-south-gloucestershire", definition),
    await ofArea("council", "cumberland", definition),
    await ofArea("constituency", "carlisle", definition),
  ],
  "/areas/[kind]/[slug]/page/[number]": async (definition) => {
    const page = await loadAreaPage("region", "east-of-england", definition);
    return ofPages(page?.services ?? []);
  },
  "/areas/compare": async (definition) => {
    const page = await loadComparison(definition, "all");
    const healthBodies = [...page.healthBodies.ranked, ...page.healthBodies.notEnough].map(
      ({ share }) => share.together.all,
    );
    return [{ healthBodies: said(restOfHealthBodies(page), healthBodies) }];
  },
  "/areas/compare/[order]": async (definition) => {
    const page = await loadComparison(definition, "name");
    const healthBodies = [...page.healthBodies.ranked, ...page.healthBodies.notEnough].map(
      ({ share }) => share.together.all,
    );
    return [{ healthBodies: said(restOfHealthBodies(page), healthBodies) }];
  },
  "/areas/compare/services/[like]": async (definition) => {
    const boards = await loadLikeAreas(
      { kind: "health-board", nation: "wales", order: "practices" },
      definition,
    );
    // As the boards' own pages count: under their names, and practices with an answer and without.
    const rows = boards.rows.map(async ({ area, services, practices, notKnown }): Promise<Sums> => {
      const page = await loadAreaPage(area.kind, area.slug, definition);
      return {
        services: { total: page?.counts.services ?? -1, parts: [services] },
        practices: {
          total: practices,
          parts: [
            page?.coverage.lines.find(({ kind }) => kind === "gp-practice")?.counts?.checked ?? -1,
            notKnown,
          ],
        },
      };
    });
    return Promise.all(rows);
  },
  "/coverage": async (definition) =>
    (await loadCoverage(definition)).map((group) => ({
      bodies: said(
        restOfCoverage(group),
        group.bodies.map(({ coverage }) => coverage.known),
      ),
      checked: said(restOfChecked(group.whole), [
        group.whole.outsourced,
        group.whole.nhsWithServices,
        group.whole.nhsNoneFound,
      ]),
      kinds: {
        total: group.whole.checked,
        parts: group.whole.lines.map(({ counts }) => counts?.checked ?? 0),
      },
    })),
  "/map": async (definition) => {
    const page = await loadMapPage(readMapAddress(""), definition);
    const home = await loadHomePage(definition);
    const { running, planned, notCounted, ended } = page.states;
    return [
      {
        pins: { total: home.services.length, parts: [page.pins, page.withoutPin] },
        states: { total: page.pins + page.withoutPin, parts: [running, planned, notCounted, ended] },
        running: { total: home.counts.services, parts: [running] },
      },
    ];
  },
  "/near/[outcode]": async (definition) => {
    const { areas } = (await loadNear("CA2", definition)) ?? { areas: [] };
    // Each area's sentence against the area's own page, which counts anew.
    const said = areas.map(async ({ area, parts: [first] }): Promise<Sums> => {
      const page = await loadAreaPage(area.kind, area.slug, definition);
      const services = first && "services" in first.values ? first.values.services : 0;
      return { [`services of ${area.slug}`]: { total: page?.counts.services ?? -1, parts: [services] } };
    });
    return Promise.all(said);
  },
  "/places/[slug]": async (definition) => {
    const { slug } = (await allServices()).find(({ place }) => place !== null)?.place ?? { slug: "" };
    const page = await loadPlacePage(slug, definition);
    const whole = await loadPlacePage(slug, "outside-the-nhs");
    return [
      {
        services: {
          total: whole?.services.length ?? -1,
          parts: [page?.services.length ?? 0, page?.leftOut ?? 0],
        },
      },
    ];
  },
  "/providers": async (definition) => {
    const page = await loadProviders(definition);
    const rows = page.ranked.map((row) => row.counts.services);
    const organisations = page.ranked.map((row) => row.counts.providers);
    const sums: Sums = {
      services: said(restOfRanking(page), rows),
      "not named": { total: page.counts.notNamed, parts: [restOfRanking(page).missing] },
      organisations: { total: page.counts.providers, parts: organisations },
    };
    return [sums];
  },
  "/providers/[slug]": async (definition) =>
    Promise.all(
      ["spamedica", "one-hatfield-hospital", "ssp-health"].map((slug) => ofProvider(slug, definition)),
    ),
  "/providers/[slug]/page/[number]": async (definition) =>
    ofPages((await loadProviderPage("spamedica", definition))?.services ?? []),
};

const ROUTES = "app/[locale]/(public)/counting/[definition]";

test("every page that counts is among those that are added up", () => {
  const routes = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
    .filter(isCountedPath);
  expect(Object.keys(PAGES).sort()).toEqual(routes.sort());
});

test.each(Object.entries(PAGES))(
  "%s: what stands beside a total, with what is said to be in none of it, comes to it",
  async (_, load) => {
    const addUp = async (definition: Definition) => {
      for (const sums of await load(definition))
        for (const [name, { total, parts, missing = 0, again = 0 }] of Object.entries(sums)) {
          const sum = parts.reduce((all, part) => all + part, 0);
          expect(sum + missing - again, `${definition}: ${name}`).toBe(total);
        }
    };
    for (const definition of [...PRESETS, definitionOf(["charity"]), definitionOf(["not-known"])])
      await addUp(definition);
    const anyKinds = fc.subarray([...COUNTED_KINDS], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyKinds, (kinds) => addUp(definitionOf(kinds))),
      { numRuns: 2 },
    );
  },
);
