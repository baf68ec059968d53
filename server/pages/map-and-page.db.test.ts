import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { makeSource } from "@/db/factories";
import { listAreas } from "@/db/queries/areas";
import { listProviders } from "@/db/queries/providers";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { AREA_KINDS } from "@/domain/areas/area";
import { readMapArea } from "@/domain/map/map-address";
import { NO_FILTER } from "@/domain/map/map-filter";
import { isOnMap } from "@/domain/map/map-row";
import { maskPins } from "@/domain/map/mask-pins";
import type { AreaPageData, AreaSummary } from "@/domain/pages/area-page";
import { DEFAULT_DEFINITION, listedKinds } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { loadAreaPage } from "@/server/pages/load-area-page";
import { findPins } from "@/server/pages/load-pins";
import { loadProviderPage } from "@/server/pages/load-provider-page";
import { type MapData, mapData } from "@/server/pages/map-data";
import { rowsAround } from "@/server/pages/rows-around";
import { type RecordDraft, saveRecords } from "@/server/records/save-records";
import { SHIPPED } from "@/server/starter/testing-shipped";

/** Two made-up towns: one whole in one constituency and council, one on the line between two constituencies of one council. */
const TOWNS = {
  gnuminster: { lon: -2.45, lat: 54.58 },
  yakton: { lon: -0.4167, lat: 51.8787 },
};
const WHOLE = ["constituency/westmorland-and-lonsdale", "council/westmorland-and-furness"];
const SHARING = ["constituency/luton-north", "constituency/luton-south-and-south-bedfordshire"];

let own: FreshDatabase;
let db: Db;
let areas: AreaSummary[];
beforeAll(async () => {
  own = await freshDatabase({ filling: SHIPPED, size: 2, deadlineMs: 120_000 });
  db = own.db;
  const source = await makeSource(db, { title: "Two new clinics", publisher: "Gnu Gazette" });
  const drafts = Object.entries(TOWNS).flatMap(([town, at]) => clinicIn(town, at, source.id));
  const subject = { type: "service", id: drafts[1]?.recordId ?? "" } as const;
  const context = { reason: "Brought", action: "record.published", subject } as const;
  await db.transaction((tx) => saveRecords(tx, systemActor("test"), drafts, context));
  areas = await listAreas(db);
}, 240_000);
afterAll(() => own.close());

/** A service of which the source names only the town. */
function clinicIn(town: string, at: { lon: number; lat: number }, sourceId: string): RecordDraft[] {
  const [placeId, serviceId] = [randomUUID(), randomUUID()];
  const claim = (field: string, value: unknown) => ({
    field,
    value,
    sourceId,
    says: "A clinic opened.",
    confirmedOn: "2026-03-01",
  });
  const address = { key: "main", lines: "", town, postcode: "", ...at, precision: "town" };
  return [
    {
      recordType: "place",
      recordId: placeId,
      create: { slug: `clinic-in-${town}`, visibility: "published" },
      claims: [claim("name", `Clinic in ${town}`), claim("kind", "clinic"), claim("address", address)],
    },
    {
      recordType: "service",
      recordId: serviceId,
      create: { slug: `eyes-in-${town}`, visibility: "published" },
      claims: [
        ...[claim("name", `Eyes in ${town}`), claim("category", "eye-care"), claim("status", "operating")],
        ...[claim("place", { placeId, addressKey: "main" }), claim("provider-kind", "company")],
      ],
    },
  ] as RecordDraft[];
}

async function pageOf(path: string): Promise<AreaPageData> {
  const [kind = "", slug = ""] = path.split("/");
  const page = await loadAreaPage(kind, slug, DEFAULT_DEFINITION, db);
  if (!page) throw new Error(`no such area: ${path}`);
  return page;
}

const slugs = (rows: readonly { slug: string | null }[]) => rows.flatMap(({ slug }) => slug ?? []);

/** A dozen areas of each kind, evenly taken, and those around the made-up towns: each is four queries of the whole record. */
function chosen(): string[] {
  const paths = AREA_KINDS.flatMap((kind) => {
    const ofKind = areas.filter((area) => area.kind === kind).map(({ slug }) => `${kind}/${slug}`);
    const step = Math.max(1, Math.ceil(ofKind.length / 12));
    return ofKind.filter((_, index) => index % step === 0);
  });
  return [...new Set([...paths, ...WHOLE, ...SHARING, "council/luton", "constituency/carlisle"])];
}

/** What the browser draws there: what the filter lets through of the map's files, and what is around. */
async function drawnOn(path: string, data: MapData, hasAround: boolean): Promise<string[]> {
  const area = readMapArea(path);
  if (!area) throw new Error(`no such area: ${path}`);
  const { mask } = maskPins(data.table, DEFAULT_DEFINITION, { ...NO_FILTER, area }, null);
  if (hasAround) for (const row of await rowsAround(data, area, DEFAULT_DEFINITION, db)) mask[row] = 1;
  return data.rows.flatMap(({ slug }, row) => (mask[row] === 1 ? [slug] : []));
}

it("draws on the map of an organisation what its page lists and has a pin, with those of its group", async () => {
  const data = await mapData(db);
  const providers = await listProviders(db);
  const groups = new Set(providers.flatMap(({ parentId }) => parentId ?? []));
  const some = providers.filter(({ id }, index) => groups.has(id) || index % 12 === 0).slice(0, 12);
  const definition = listedKinds(DEFAULT_DEFINITION);
  for (const { slug } of some) {
    const page = await loadProviderPage(slug, DEFAULT_DEFINITION, db);
    const { mask } = maskPins(data.table, definition, { ...NO_FILTER, provider: slug }, null);
    const drawn = data.rows.flatMap((row, at) => (mask[at] === 1 ? [row.slug] : []));
    expect({ slug, drawn: drawn.sort() }).toEqual({
      slug,
      drawn: slugs((page?.services ?? []).filter(isOnMap)).sort(),
    });
  }
  expect(some.length).toBeGreaterThan(5);
}, 120_000);

it("draws nothing on the map of an area that its page does not list, whatever the kind of area", async () => {
  const paths = chosen();
  expect(new Set(paths.map((path) => path.split("/")[0]))).toEqual(new Set(AREA_KINDS));
  const data = await mapData(db);
  for (const path of paths) {
    const { services, sharedTowns, nearby } = await pageOf(path);
    const asked = { area: path, provider: null, around: true, definition: DEFAULT_DEFINITION };
    const inApi = slugs((await findPins(asked, db)) ?? []).sort();
    const drawn = (await drawnOn(path, data, sharedTowns.length + nearby.length > 0)).sort();
    const pinned = services.filter(({ slug, position }) => slug !== null && position !== null);
    // One list each: nobody is told twice of the same service, under two headings.
    const listed = [...slugs(pinned), ...slugs(sharedTowns), ...slugs(nearby)].sort();
    expect({ path, drawn, inApi }).toEqual({ path, drawn: listed, inApi: listed });
    expect(new Set(listed).size, path).toBe(listed.length);
  }
}, 300_000);

it.each(WHOLE)(
  "a service known by its town is listed and counted by %s, which holds the whole town",
  async (path) => {
    const { services, sharedTowns, counts, answer } = await pageOf(path);
    const found = services.find(({ slug }) => slug === "eyes-in-gnuminster");
    expect(found?.position?.precision).toBe("town");
    expect(counts.services).toBeGreaterThan(0);
    expect(slugs(sharedTowns)).not.toContain("eyes-in-gnuminster");
    expect(answer[0]?.key).toMatch(/^running/);
  },
);

it.each(SHARING)(
  "%s, which shares a town, lists its service by itself, counts it not, and says so",
  async (path) => {
    const { services, sharedTowns, counts, answer } = await pageOf(path);
    expect(slugs(sharedTowns)).toContain("eyes-in-yakton");
    expect(slugs(services)).not.toContain("eyes-in-yakton");
    const inSentence = answer.find(({ key }) => key === "sharedTowns")?.values;
    expect(inSentence).toMatchObject({ towns: expect.stringContaining("yakton") });
    expect(counts.services).toBe(services.filter(isRunning).length);
  },
);

it("the council that holds both halves of the shared town counts its service", async () => {
  const { services, sharedTowns } = await pageOf("council/luton");
  const both = [...slugs(services), ...slugs(sharedTowns)];
  expect(both.filter((slug) => slug === "eyes-in-yakton")).toHaveLength(1);
});
