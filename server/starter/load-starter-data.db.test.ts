import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { isCurrentArea } from "@/db/queries/current-areas";
import { listServicesInArea } from "@/db/queries/services";
import { findSetting } from "@/db/queries/settings";
import {
  addressAreas,
  areas,
  auditEntries,
  batches,
  claims,
  placeAddresses,
  places,
  representatives,
  services,
  sources,
} from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ClaimField } from "@/domain/claims/claim";
import { type CountedService, countServices } from "@/domain/figures/count";
import { REPORTED_UK_SETTING } from "@/domain/figures/reported-count";
import { loadStarterData } from "@/server/starter/load-starter-data";

/** Loaded once and then only read: every test here is about what one load has written. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 120_000 });
  db = own.db;
  expect(await loadStarterData(db)).toBe("loaded");
}, 120_000);
afterAll(() => own.close());

const CARLISLE = and(eq(areas.kind, "constituency"), eq(areas.code, "E14001152"));

async function everyRow() {
  const tables =
    "areas datasets representatives claims services places place_addresses address_areas providers sources batches audit_entries publications record_versions settings";
  const rows: Record<string, unknown> = {};
  for (const table of tables.split(" "))
    rows[table] = await db.execute(sql.raw(`select * from ${table} order by ${table}::text`));
  return rows;
}

/** The services shown in Carlisle constituency, as the counting rule sees them. */
async function countedInCarlisle(today = "2026-11-28"): Promise<CountedService[]> {
  const [area] = await db.select().from(areas).where(CARLISLE);
  return listServicesInArea(db, area?.id ?? "", today);
}

/** The claims of one field of the record with this slug, with their sources. */
async function claimsOf(slug: string, field: ClaimField) {
  const table = slug.startsWith("place/") ? places : services;
  return db
    .select({
      value: claims.value,
      source: sources.title,
      confirmedOn: claims.confirmedOn,
      superseded: claims.supersededBy,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .innerJoin(table, eq(table.id, claims.recordId))
    .where(and(eq(table.sourceKey, `starter/${slug}`), eq(claims.field, field)))
    .orderBy(asc(claims.confirmedOn));
}

test("a second load changes nothing, and is fast", async () => {
  const before = await everyRow();
  const start = performance.now();
  expect(await loadStarterData(db)).toBe("loaded before");
  expect(performance.now() - start).toBeLessThan(5000);
  expect(await everyRow()).toEqual(before);
});

test("loads every area and every constituency's member", async () => {
  const rows = await db
    .select({ kind: areas.kind, n: sql<number>`count(*)::int` })
    .from(areas)
    .where(isCurrentArea())
    .groupBy(areas.kind);
  expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))).toEqual({
    constituency: 650,
    council: 361,
    icb: 36,
    "health-board": 21,
    "hsc-trust": 5,
    region: 12,
    nation: 4,
  });
  const [member] = await db
    .select({ name: representatives.name })
    .from(representatives)
    .innerJoin(areas, eq(areas.id, representatives.areaId))
    .where(CARLISLE);
  expect(member?.name).toBe("Ms Julie Minns");
});

test("Carlisle counts 3 services at 3 places, run by 3 providers; Fusehill is no longer listed separately", async () => {
  const counted = await countedInCarlisle();
  const expected = { services: 3, places: 3, providers: 3, planned: 0, mayHaveEnded: 0, noLongerListed: 1 };
  expect(countServices(counted, "outside-the-nhs")).toMatchObject(expected);
  expect(countServices(counted, "companies-by-type")).toMatchObject(expected);
});

test("Fusehill counted, in doubt, until a year after its entry ended", async () => {
  const counts = async (today: string) => countServices(await countedInCarlisle(today), "outside-the-nhs");
  expect(await counts("2026-04-30")).toMatchObject({ services: 4, mayHaveEnded: 1, noLongerListed: 0 });
  expect(await counts("2026-05-01")).toMatchObject({ services: 3, mayHaveEnded: 0, noLongerListed: 1 });
});

test("nothing in Carlisle looks fresher than the report of April 2024 that says who runs it", async () => {
  const counts = countServices(await countedInCarlisle(), "outside-the-nhs");
  expect(counts).toMatchObject({ oldestCheckedOn: "2024-04-01", lastCheckedOn: "2024-04-01" });
});

test("the thirteen centres are planned: eight privately run by nobody named, five announced as NHS-run", async () => {
  const rows = await db.select().from(services).where(eq(services.status, "planned"));
  expect(rows).toHaveLength(13);
  expect(rows.filter(({ providerKind }) => providerKind === "private-sector")).toHaveLength(8);
  expect(rows.filter(({ providerKind }) => providerKind === "nhs-body")).toHaveLength(5);
  expect(
    rows.every(({ providerId, lastConfirmedOn }) => providerId === null && lastConfirmedOn === "2023-08-01"),
  ).toBe(true);
});

test("a centre is placed from the list of 2025 only where one entry is it; Northampton has two", async () => {
  const rows = await db
    .select({ key: places.sourceKey, precision: placeAddresses.precision })
    .from(places)
    .innerJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .where(eq(places.kind, "diagnostic-centre"));
  const town = rows
    .filter(({ precision }) => precision === "town")
    .map(({ key }) => key?.split("centre-")[1]);
  expect(town.sort()).toEqual(["barking", "northampton", "nottingham", "redruth", "torbay", "yeovil"]);
  expect(rows.filter(({ precision }) => precision === "postcode")).toHaveLength(7);
});

test("a centre known only to its town is in no area that ends within two kilometres", async () => {
  const kindsOf = async (slug: string) => {
    const rows = await db
      .select({ kind: areas.kind, name: areas.nameEn })
      .from(areas)
      .innerJoin(addressAreas, eq(addressAreas.areaId, areas.id))
      .innerJoin(placeAddresses, eq(placeAddresses.id, addressAreas.addressId))
      .innerJoin(places, eq(places.id, placeAddresses.placeId))
      .where(eq(places.sourceKey, `starter/place/community-diagnostic-centre-${slug}`));
    return Object.fromEntries(rows.map(({ kind, name }) => [kind, name]));
  };
  expect(await kindsOf("northampton")).toMatchObject({ council: "West Northamptonshire", nation: "England" });
  expect(await kindsOf("northampton")).not.toHaveProperty("constituency");
  expect(await kindsOf("yeovil")).toEqual({ region: "South West", nation: "England" });
  expect(await kindsOf("torbay")).not.toHaveProperty("constituency");
});

test("what registers say stands beside what was reported, each with its source and date", async () => {
  expect(await claimsOf("place/warwick-road-surgery", "name")).toMatchObject([
    { value: "Warwick Road Surgery", confirmedOn: "2024-04-01" },
    { value: "Carlisle Central Practice", confirmedOn: "2025-09-01" },
  ]);
  expect(await claimsOf("service/gp-practice-at-fusehill-medical-practice", "may-have-ended")).toMatchObject([
    { value: "register-entry-ended", confirmedOn: "2025-09-01" },
  ]);
  const addresses = await claimsOf("place/carlisle-nhs-clinic", "address");
  expect(addresses.map(({ superseded }) => superseded === null).sort()).toEqual([false, true]);
});

test("what others counted is kept apart from our counts", async () => {
  const rows = await db
    .select({ value: claims.value, area: areas.nameEn })
    .from(claims)
    .innerJoin(areas, eq(areas.id, claims.recordId));
  expect(rows).toMatchObject([{ value: { count: 4, by: "EveryDoctor" }, area: "Carlisle" }]);
  expect(await findSetting(db, REPORTED_UK_SETTING)).toMatchObject({ count: 2495, by: "EveryDoctor" });
});

test("arrives as one batch, brought by one actor and approved by another", async () => {
  const [batch, ...more] = await db.select().from(batches);
  expect(more).toHaveLength(0);
  expect(batch).toMatchObject({
    state: "approved",
    importedBy: "starter-data",
    approvedBy: "founding-editors",
  });
  const strays = await db.execute(sql`select 1 from claims where batch_id is distinct from ${batch?.id}`);
  expect(strays).toHaveLength(0);
  const audited = await db.select().from(auditEntries).orderBy(asc(auditEntries.number));
  expect(audited.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["reference.loaded", "starter-data"],
    ["batch.approved", "founding-editors"],
    ["starter.loaded", "starter-data"],
  ]);
});

test("SpaMedica Carlisle is not among them: a volunteer reports it", async () => {
  const found = await db.execute(sql`select 1 from providers where name ilike '%spamedica%'`);
  expect(found).toHaveLength(0);
});
