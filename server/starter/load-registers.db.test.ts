import { brotliCompressSync, constants } from "node:zlib";
import { and, count, eq, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { makeCampaigner } from "@/db/factories";
import { listCoverage } from "@/db/queries/coverage";
import { encodePlaces, type PlaceTable, readPlaceTable } from "@/db/reference/place-table";
import {
  addressAreas,
  areas,
  batches,
  claims,
  placeAddresses,
  placeIdentifiers,
  places,
  providers,
  services,
  sources,
} from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { findAuditBreak } from "@/server/audit";
import { eraseRecord } from "@/server/records/erase-record";
import { withholdRecord } from "@/server/records/withhold-record";
import { loadLeads } from "@/server/registers/load-leads";
import { STARTER } from "@/server/starter/testing-shipped";
import { loadRegisters } from "./load-registers";
import { loadStarterData } from "./load-starter-data";

const CAMPAIGNER = { kind: "campaigner", id: "c1", role: "campaigner" } as const;

/** Loaded once; the tests that change something stand last. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 120_000, filling: STARTER });
  db = own.db;
  expect(await loadRegisters(db)).toBe(true);
}, 120_000);
afterAll(() => own.close());

async function numbers() {
  const [row] = await db.execute<Record<string, number>>(sql`select
    (select count(*)::int from places) places, (select count(*)::int from claims) claims,
    (select count(*)::int from place_identifiers) identifiers, (select count(*)::int from batches) batches,
    (select count(*)::int from audit_entries) audit, (select count(*)::int from sources) sources`);
  return { ...row };
}

/** A table of its own: every four-hundredth place and those named, changed as the test says. */
function packed(keys: readonly string[], change: (table: PlaceTable) => PlaceTable): Uint8Array {
  const table = readPlaceTable();
  const some = table.places.filter(({ key }, index) => index % 400 === 0 || keys.includes(key));
  return brotliCompressSync(encodePlaces(change({ ...table, places: some })), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}

async function placesOf(code: string) {
  return db
    .select({ slug: places.slug, name: places.name, sourceKey: places.sourceKey })
    .from(places)
    .innerJoin(placeIdentifiers, eq(placeIdentifiers.placeId, places.id))
    .where(eq(placeIdentifiers.code, code));
}

test("brings every place of the registers, but for those that the starter data has", async () => {
  const rows = await db.select({ kind: places.kind, number: count() }).from(places).groupBy(places.kind);
  const byKind = Object.fromEntries(rows.map(({ kind, number }) => [kind, number]));
  // Fusehill's entry has ended: it is a place of the starter data alone. Six starter centres match no entry beyond doubt.
  expect(byKind).toEqual({
    "gp-practice": 6619,
    hospital: 1220,
    "diagnostic-centre": 176,
    clinic: 1,
    "trust-headquarters": 202,
  });
});

test("makes no twin of a starter place: it keeps its address and gains an identifier at most", async () => {
  expect(await placesOf("A82015")).toEqual([
    {
      slug: "warwick-road-surgery",
      name: "Carlisle Central Practice",
      sourceKey: "starter/place/warwick-road-surgery",
    },
  ]);
  expect(await placesOf("RNN62")).toMatchObject([{ slug: "cumberland-infirmary" }]);
  expect(await placesOf("A82019")).toMatchObject([{ slug: "fusehill-medical-practice" }]);
  expect(await placesOf("Lincoln CDC")).toMatchObject([{ slug: "community-diagnostic-centre-lincoln" }]);
});

test("a trust is the address of an organisation: a place of its own beside the hospital it stands in, and no hospital to check", async () => {
  const [trust] = await placesOf("RNN");
  expect(trust).toEqual({
    slug: "north-cumbria-integrated-care-nhs-foundation-trust-carlisle",
    name: "North Cumbria Integrated Care NHS Foundation Trust",
    sourceKey: "register/nhs-trusts/ods/RNN",
  });
  const [says] = await db
    .select({ says: claims.says, source: sources.title, on: claims.confirmedOn })
    .from(claims)
    .innerJoin(places, eq(places.id, claims.recordId))
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(places.slug, trust?.slug ?? ""), eq(claims.field, "kind")));
  expect(says).toEqual({
    says: "Lists RNN as an NHS trust and gives the address of its head office. It is an organisation's address, not a place where patients go.",
    source: "NHS trusts (etr), Organisation Data Service",
    on: "2026-06-01",
  });
  const listed = await listCoverage(db, ["nation"], DEFAULT_DEFINITION);
  const kinds = new Set(listed.flatMap((nation) => nation.kinds.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(["diagnostic-centre", "gp-practice", "hospital"]);
});

test("every place lies in a nation or says why not, and nearly all in a constituency", async () => {
  const without = await db.execute<{ name: string }>(sql`select p.name from places p
    join place_addresses a on a.place_id = p.id
    where p.source_key like 'register/%' and a.precision <> 'small-area' and not exists (
      select 1 from address_areas aa join areas on areas.id = aa.area_id
      where aa.address_id = a.id and areas.kind = 'constituency')`);
  expect(without.map(({ name }) => name)).toEqual([]);
  const [wales] = await db
    .select({ number: count() })
    .from(addressAreas)
    .innerJoin(areas, eq(areas.id, addressAreas.areaId))
    .innerJoin(placeAddresses, eq(placeAddresses.id, addressAreas.addressId))
    .innerJoin(places, eq(places.id, placeAddresses.placeId))
    .where(and(eq(areas.code, "W92000004"), eq(places.kind, "gp-practice")));
  expect(wales?.number).toBeGreaterThan(385);
});

test("addresses are the name and the town, with the postcode where several share both", async () => {
  const [plain] = await placesOf("A82023");
  expect(plain?.slug).toMatch(/^[a-z0-9-]+$/);
  const surgeries = await db
    .select({ slug: places.slug })
    .from(places)
    .where(like(places.slug, "the-surgery-%"));
  expect(surgeries.length).toBeGreaterThan(5);
  const numbered = await db.select({ slug: places.slug }).from(places).where(sql`slug ~ '[a-z]-[0-9]$'`);
  expect(numbered.length).toBeLessThan(30);
});

test("each fact has its register as source, in a sentence, with the register's day", async () => {
  const facts = await db
    .select({ field: claims.field, says: claims.says, on: claims.confirmedOn, source: sources.title })
    .from(claims)
    .innerJoin(places, eq(places.id, claims.recordId))
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(eq(places.sourceKey, "register/gp-practices/ods/A82044"))
    .orderBy(claims.field);
  const source = "GP practices (epraccur), Organisation Data Service";
  expect(facts).toEqual([
    {
      field: "address",
      says: "Gives the address of A82044; the position is that of the postcode CA22 2BD.",
      on: "2025-09-01",
      source,
    },
    {
      field: "identifier",
      says: "Lists A82044 as open since 1 April 1974 and active.",
      on: "2025-09-01",
      source,
    },
    { field: "kind", says: "Lists A82044 as a GP practice with an active entry.", on: "2025-09-01", source },
    { field: "name", says: "Gives the name of A82044.", on: "2025-09-01", source },
  ]);
});

test("the same table again changes nothing", async () => {
  const before = await numbers();
  expect(await loadRegisters(db)).toBe(false);
  expect(await numbers()).toEqual(before);
});

test("the same edition packed anew brings a batch and not one claim", async () => {
  const before = await numbers();
  expect(
    await loadRegisters(
      db,
      packed(["ods/A82015"], (table) => table),
    ),
  ).toBe(true);
  const after = await numbers();
  expect(after).toMatchObject({
    places: before.places,
    claims: before.claims,
    identifiers: before.identifiers,
  });
});

test("Fusehill's flag stands as the starter data set it, and is not set twice", async () => {
  const flags = await db
    .select({ value: claims.value })
    .from(claims)
    .innerJoin(services, eq(services.id, claims.recordId))
    .where(
      and(
        eq(claims.field, "may-have-ended"),
        eq(services.sourceKey, "starter/service/gp-practice-at-fusehill-medical-practice"),
      ),
    );
  expect(flags).toEqual([{ value: "register-entry-ended" }]);
});

test("leads: 195 practices at places of ours, the others' entries have ended; one whose holder is known drops out", async () => {
  const all = await loadLeads(db, CAMPAIGNER, "");
  expect(all).toMatchObject({ year: "2022-23", total: 235, known: 0, healthBody: null });
  expect(all.leads.length + all.ended.length).toBe(235);
  expect(all.leads.length).toBeGreaterThanOrEqual(195);
  expect(all.leads.every(({ constituency, healthBody }) => constituency && healthBody)).toBe(true);
  const here = await loadLeads(
    db,
    CAMPAIGNER,
    all.healthBodies.find(({ name }) => name.includes("North Cumbria"))?.slug ?? "",
  );
  const fellview = here.leads.find(({ code }) => code === "A82044");
  expect(fellview?.place.slug).toBe("fellview-healthcare-egremont");
  expect(here.leads.every((lead) => lead.healthBody?.slug === here.healthBody?.slug)).toBe(true);
  expect(here.ended).toEqual([]);

  const [place] = await db.select().from(places).where(eq(places.slug, "fellview-healthcare-egremont"));
  const [provider] = await db.select().from(providers).where(eq(providers.slug, "ssp-health"));
  await db
    .update(services)
    .set({ category: "gp-practice", placeId: place?.id, providerId: provider?.id })
    .where(eq(services.slug, "prosthetics-at-carlisle-nhs-clinic"));
  const after = await loadLeads(db, CAMPAIGNER, here.healthBody?.slug ?? "");
  expect(after.known).toBe(1);
  expect(after.leads.map(({ code }) => code)).not.toContain("A82044");
});

test("a later edition: a practice under a new code stays the place, a new name is the name, an ended entry raises a doubt", async () => {
  const before = await numbers();
  const later = packed(["ods/A82015", "ods/A82044", "ods/RNN"], ({ editions, places: list, ended }) => ({
    editions: { ...editions, "gp-practices": "2026-11" },
    ended: [...ended, { register: "gp-practices", code: "A82015", day: "2026-10-31" }],
    places: list
      .filter(({ key }) => key !== "ods/A82015")
      .map((place) =>
        place.key === "ods/A82044"
          ? {
              ...place,
              key: "ods/Z99044",
              name: "Fellview Renamed",
              identifiers: [
                { scheme: "ods-organisation", code: "Z99044", from: "2026-09-01", to: null },
                { scheme: "ods-organisation", code: "A82044", from: "1974-04-01", to: "2026-08-31" },
              ],
            }
          : place.key === "ods/RNN"
            ? {
                ...place,
                key: "ods/Z9",
                identifiers: [
                  { scheme: "ods-organisation", code: "Z9N9N", from: "2026-10-01", to: null },
                  { scheme: "ods-organisation", code: "RNN", from: "2001-04-01", to: "2026-09-30" },
                ],
              }
            : place,
      ),
  }));
  expect(await loadRegisters(db, later)).toBe(true);
  expect((await numbers()).places).toBe(before.places);
  const [renamed] = await placesOf("Z99044");
  expect(renamed).toMatchObject({ name: "Fellview Renamed", sourceKey: "register/gp-practices/ods/A82044" });
  // So does a trust.
  expect(await placesOf("Z9N9N")).toEqual(await placesOf("RNN"));
  const [doubted] = await db
    .select({ flag: services.mayHaveEnded, status: services.status })
    .from(services)
    .where(eq(services.sourceKey, "starter/service/gp-practice-at-warwick-road-surgery"));
  expect(doubted).toEqual({ flag: "register-entry-ended", status: "operating" });
  const [batch] = await db
    .select({ number: count() })
    .from(batches)
    .where(like(batches.title, "Registers of places%"));
  expect(batch?.number).toBe(3);
});

test("an edition that lists a practice again lifts the doubt that the one before raised, and a doubt that is newer stands", async () => {
  const flagOf = async (name: string) => {
    const [row] = await db
      .select({ flag: services.mayHaveEnded })
      .from(services)
      .where(eq(services.sourceKey, `starter/service/${name}`));
    return row?.flag;
  };
  const listing = (edition: string) =>
    packed(["ods/A82015"], (table) => ({
      ...table,
      editions: { ...table.editions, "gp-practices": edition },
    }));
  await loadRegisters(db, listing("2026-10"));
  expect(await flagOf("gp-practice-at-warwick-road-surgery")).toBe("register-entry-ended");
  await loadRegisters(db, listing("2026-12"));
  expect(await flagOf("gp-practice-at-warwick-road-surgery")).toBeNull();
  expect(await flagOf("gp-practice-at-fusehill-medical-practice")).toBe("register-entry-ended");
});

test("what was erased comes back neither with another edition nor with the starter data", async () => {
  const { id } = await makeCampaigner(db, { role: "admin" });
  const admin = { kind: "campaigner", id, role: "admin" } as const;
  const erase = async (type: "place" | "service", ref: string) => {
    const { id: entryId } = await withholdRecord(db, admin, {
      type,
      ref,
      reason: "They asked us to forget them",
    });
    await eraseRecord(db, admin, { type, id: entryId }, { now: new Date(), isAlone: true });
    return entryId;
  };
  // A practice of the register that is known by its code alone, and a service that the project ships.
  const [practice] = await placesOf("A82044");
  await erase("place", practice?.slug ?? "");
  const key = "starter/service/gp-practice-at-warwick-road-surgery";
  const [shipped] = await db.select().from(services).where(eq(services.sourceKey, key));
  const serviceId = await erase("service", shipped?.slug ?? "");
  const before = await numbers();

  const again = packed(["ods/A82044"], (table) => ({
    ...table,
    editions: { ...table.editions, "gp-practices": "2027-01" },
  }));
  expect(await loadRegisters(db, again)).toBe(true);
  expect(await placesOf("A82044")).toEqual([]);
  await db
    .update(batches)
    .set({ contentHash: "of an earlier version" })
    .where(eq(batches.title, "Starter data"));
  expect(await loadStarterData(db)).toBe("loaded");
  expect(await db.$count(claims, eq(claims.recordId, serviceId))).toBe(0);
  expect(await numbers()).toMatchObject({ places: before.places, identifiers: before.identifiers });
  expect(await findAuditBreak(db)).toBeNull();
});
