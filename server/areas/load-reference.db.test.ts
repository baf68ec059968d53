import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findArea, findEndedArea, listAreas } from "@/db/queries/areas";
import { findPublicationNumber } from "@/db/queries/publications";
import { listPublicPaths } from "@/db/queries/sitemap";
import { areaOverlaps, areas, auditEntries, datasets, representatives } from "@/db/schema";
import type { ReferenceTables } from "@/db/seed/reference-tables";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import type { AreaKind, AreaRecord } from "@/domain/areas/area";
import { loadReference } from "@/server/areas/load-reference";

const db = testDb();
const actor = systemActor("test");

const area = (kind: AreaKind, code: string, nameEn: string): AreaRecord => ({
  kind,
  code,
  odsCode: null,
  slug: nameEn.toLowerCase(),
  nameEn,
  nameCy: null,
  nation: "england",
  lon: -2.9,
  lat: 54.9,
  bbox: [-3, 54, -2, 55],
  population: 100,
  populationYear: 2022,
  validFrom: null,
  validTo: null,
});

const tables = (given: Partial<ReferenceTables> = {}): ReferenceTables => ({
  contentHash: "one",
  datasets: [
    {
      key: "members",
      title: "Members",
      publisher: "Parliament",
      licence: "OPL",
      attribution: "Members: Parliament.",
      sourceUrl: "https://members.example/",
      vintage: "2026-04",
      rows: 1,
      sha256: "ab",
      command: "npm run ingest",
    },
  ],
  areas: [area("constituency", "E14", "Carlisle"), area("council", "E06", "Cumberland")],
  representatives: [
    {
      constituencyCode: "E14",
      name: "A Member",
      party: "Independent",
      theyWorkForYouUrl: "https://example.org/1",
      parliamentId: 7,
      startDate: "2024-07-04",
      asOf: "2026-04",
    },
  ],
  overlaps: { unitPostcodes: { E14: 10, E06: 40 }, pairs: [["E14", "E06", 8]] },
  history: { areas: [], successions: [] },
  ...given,
});

const carlisle = async () => (await db.select().from(areas).where(eq(areas.code, "E14")))[0];

test("loads areas, their members, where they come from, and overlaps both ways", async () => {
  expect(await loadReference(db, actor, tables())).toBe(true);
  expect(await carlisle()).toMatchObject({ nameEn: "Carlisle", west: -3, north: 55, population: 100 });
  expect(await db.select().from(representatives)).toMatchObject([{ name: "A Member", parliamentId: "7" }]);
  expect(await db.select().from(datasets)).toMatchObject([
    { key: "members", contentHash: "ab", vintage: "2026-04" },
  ]);
  const shares = (await db.select().from(areaOverlaps)).map(({ share }) => share).sort();
  expect(shares[0]).toBeCloseTo(0.2);
  expect(shares[1]).toBeCloseTo(0.8);
});

test("is audited and published, once", async () => {
  await loadReference(db, actor, tables());
  const number = await findPublicationNumber(db);
  expect(await loadReference(db, actor, tables())).toBe(false);
  expect(await findPublicationNumber(db)).toBe(number);
  expect(await db.select().from(auditEntries)).toMatchObject([
    { action: "reference.loaded", actorId: "test" },
  ]);
});

test("a later version keeps each area's id and takes its new name; members are replaced", async () => {
  await loadReference(db, actor, tables());
  const before = await carlisle();
  const renamed = { ...area("constituency", "E14", "Carlisle"), nameCy: "Caerliwelydd", population: 101 };
  const council = area("council", "E06", "Cumberland");
  await loadReference(
    db,
    actor,
    tables({ contentHash: "two", areas: [renamed, council], representatives: [] }),
  );
  expect(await carlisle()).toMatchObject({ id: before?.id, nameCy: "Caerliwelydd", population: 101 });
  expect(
    await db
      .select()
      .from(areas)
      .where(and(eq(areas.kind, "council"), eq(areas.code, "E06"))),
  ).toHaveLength(1);
  expect(await db.select().from(representatives)).toHaveLength(0);
});

test("areas that ended lead to those of today, and are in no list of today's", async () => {
  const old = { ...area("constituency", "E14OLD", "Old Carlisle"), validTo: "2024-07-03" };
  const to = (code: string) => ({ from: "E14OLD", to: code, share: 0.9, basis: "population" as const });
  const history = { areas: [old], successions: [to("E14")] };
  await loadReference(db, actor, tables({ history }));
  expect(await findEndedArea(db, "constituency", "old carlisle")).toMatchObject({
    nameEn: "Old Carlisle",
    validTo: "2024-07-03",
    successors: [{ slug: "carlisle", basis: "population" }],
  });
  expect(await findArea(db, "constituency", "old carlisle")).toBeUndefined();
  expect(await findEndedArea(db, "constituency", "carlisle")).toBeUndefined();
  expect((await listAreas(db)).map(({ slug }) => slug)).toEqual(["carlisle", "cumberland"]);
  expect((await listPublicPaths(db)).map(({ path }) => path)).not.toContain(
    "/areas/constituency/old carlisle",
  );
});

test("an area whose last day is still to come is one of today", async () => {
  const ending = { ...area("council", "E06", "Cumberland"), validTo: "2999-03-31" };
  await loadReference(db, actor, tables({ areas: [area("constituency", "E14", "Carlisle"), ending] }));
  expect(await findArea(db, "council", "cumberland")).toMatchObject({ validTo: "2999-03-31" });
});

test("tables that contradict each other are refused whole", async () => {
  const broken = tables({ overlaps: { unitPostcodes: {}, pairs: [["E14", "E99", 1]] } });
  await expect(loadReference(db, actor, broken)).rejects.toThrow("no area E99");
  expect(await db.select().from(areas)).toHaveLength(0);
});
