import { brotliCompressSync, constants } from "node:zlib";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { listServices, listServicesInArea } from "@/db/queries/services";
import { encodePlaces, readPlaceTable } from "@/db/reference/place-table";
import {
  addressAreas,
  areas,
  batches,
  claims,
  placeAddresses,
  placeIdentifiers,
  places,
  providers,
  serviceAreas,
  services,
  sources,
} from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { ClaimField } from "@/domain/claims/claim";
import { countServices } from "@/domain/figures/count";
import { DEFAULT_DEFINITION } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { loadRegisters } from "@/server/starter/load-registers";
import { loadWaitingTimes } from "@/server/starter/load-waiting-times";
import { STARTER } from "@/server/starter/testing-shipped";

/** Loaded once, after the registers of places, and then only read. */
let own: FreshDatabase;
let db: Db;
beforeAll(async () => {
  own = await freshDatabase({ size: 1, deadlineMs: 240_000, filling: STARTER });
  db = own.db;
  await loadRegisters(db, hospitals());
  expect(await loadWaitingTimes(db)).toBe(true);
}, 240_000);
afterAll(() => own.close());

/** The hospitals of the shipped register: the practices would take longer and have no code of the extract. */
function hospitals(): Uint8Array {
  const table = readPlaceTable();
  const places = table.places.filter(({ register }) => register === "hospitals");
  return brotliCompressSync(encodePlaces({ ...table, places }), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
  });
}

const ownServices = like(services.sourceKey, "service/waiting-times/%");

async function serviceAt(code: string, category: string) {
  const [found] = await db
    .select({ service: services, provider: providers, place: places, address: placeAddresses })
    .from(services)
    .innerJoin(places, eq(places.id, services.placeId))
    .innerJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .innerJoin(providers, eq(providers.id, services.providerId))
    .where(eq(services.sourceKey, `service/waiting-times/${code}/${category}`));
  return found;
}

async function claimsOf(recordId: string, field: ClaimField) {
  return db
    .select({ value: claims.value, says: claims.says, on: claims.confirmedOn, source: sources.title })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(and(eq(claims.recordId, recordId), eq(claims.field, field)));
}

async function areasOf(addressId: string) {
  const rows = await db
    .select({ kind: areas.kind, name: areas.nameEn })
    .from(addressAreas)
    .innerJoin(areas, eq(areas.id, addressAreas.areaId))
    .where(eq(addressAreas.addressId, addressId));
  return new Map(rows.map(({ kind, name }) => [kind, name]));
}

test("SpaMedica Carlisle is on the Carlisle page, with the extract as its source and its numbers of the month", async () => {
  const found = await serviceAt("E1U4T", "eye-care");
  expect(found).toMatchObject({
    service: { name: "Eye care at SpaMedica Carlisle", status: "operating", lastConfirmedOn: "2026-04-30" },
    provider: { name: "SpaMedica", legalForm: "company" },
    address: { town: "Carlisle", precision: "town" },
  });
  const id = found?.service.id ?? "";
  const [numbers] = await claimsOf(id, "waiting-times");
  expect(numbers?.value).toMatchObject({ key: "2026-04", waiting: 914 });
  expect(numbers?.source).toMatch(/full extract, April 2026/);
  expect(numbers?.says).toMatch(/914 people waiting/);
  expect((await claimsOf(id, "specialty")).map(({ value }) => value)).toEqual(["Ophthalmology"]);
  expect(await claimsOf(id, "paid-for-by")).not.toHaveLength(0);

  const [carlisle] = await db
    .select()
    .from(areas)
    .where(and(eq(areas.kind, "constituency"), eq(areas.code, "E14001152")));
  const listed = await listServicesInArea(db, carlisle?.id ?? "");
  expect(listed.map((service) => service.id)).toContain(id);
});

test("a hospital of the register gets the service, and no twin; its brand of 2020 gives way to the name as filed", async () => {
  const found = await serviceAt("NT403", "planned-surgery");
  expect(found?.place).toMatchObject({
    sourceKey: expect.stringContaining("NT403"),
    name: "Beardwood Hospital",
  });
  expect(found?.provider).toMatchObject({ name: "Circle Health Group", legalForm: "company" });
  expect(found?.address.postcode.replaceAll(" ", "")).toBe("BB27AE");
  expect((await areasOf(found?.address.id ?? "")).get("constituency")).toBe("Blackburn");
});

test("a hospital that has changed hands is found under its former owner's code", async () => {
  const found = await serviceAt("H4I8B", "planned-surgery");
  expect(found?.provider).toMatchObject({ name: "Nuffield Health", legalForm: "charity" });
  const codes = await db
    .select({ code: placeIdentifiers.code })
    .from(placeIdentifiers)
    .where(eq(placeIdentifiers.placeId, found?.place.id ?? ""));
  expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(["NYW01", "H4I8B"]));
});

test("no code is the code of two places", async () => {
  const twins = await db.execute(sql`
    select code from place_identifiers where code in (
      select split_part(source_key, '/', 3) from services where source_key like 'service/waiting-times/%'
    ) group by code having count(distinct place_id) > 1`);
  expect([...twins]).toEqual([]);
});

test("what the NHS is or owns becomes no service, nor do head offices", async () => {
  for (const code of ["G3Z1Q", "NN8", "TAD", "NFH", "AAV"]) {
    const found = await db
      .select()
      .from(services)
      .where(like(services.sourceKey, `service/waiting-times/${code}/%`));
    expect([code, found.length]).toEqual([code, 0]);
  }
  const nhs = await db.select().from(providers).where(eq(providers.name, "Sulis Hospital Bath"));
  expect(nhs).toEqual([]);
});

test("an organisation without a place has no pin, but is known to have been paid", async () => {
  const [chec] = await db.select().from(providers).where(like(providers.name, "%(CHEC)"));
  expect(chec).toMatchObject({ legalForm: "company" });
  expect(await claimsOf(chec?.id ?? "", "waiting-times")).toMatchObject([
    {
      value: { key: "2026-04", completedAdmitted: 919, completedNonAdmitted: 953, waiting: 5261 },
      says: expect.stringContaining("which it gives no place of care"),
    },
  ]);
  const paid = await claimsOf(chec?.id ?? "", "paid-for-by");
  expect(paid.length).toBeGreaterThan(5);
  for (const { value } of paid) expect(value).toMatchObject({ month: "2026-04" });
  expect(
    Math.min(...paid.map(({ value }) => (value as { completed: number }).completed)),
  ).toBeGreaterThanOrEqual(10);
  expect(
    await db
      .select()
      .from(services)
      .where(eq(services.providerId, chec?.id ?? "")),
  ).toEqual([]);
});

test("a site with a handful of patients is a site; no board is named as having paid for so few", async () => {
  const found = await serviceAt("K3V9U", "eye-care");
  expect(found?.provider.name).toBe("SpaMedica");
  expect(await claimsOf(found?.service.id ?? "", "waiting-times")).toMatchObject([
    { value: { completedAdmitted: 2, waiting: 7 } },
  ]);
  expect(await claimsOf(found?.service.id ?? "", "paid-for-by")).toEqual([]);
});

test("16 services had little or no activity in April 2026, and are in no count of what runs", async () => {
  const all = await listServices(db);
  const quiet = all.filter(({ quietIn }) => quietIn !== null);
  expect(quiet).toHaveLength(16);
  expect(quiet.every((service) => service.quietIn === "2026-04" && !isRunning(service))).toBe(true);
  expect(quiet.map(({ name }) => name)).toContain("Eye care at ACES Bradford");
  const counts = countServices(all, DEFAULT_DEFINITION);
  expect(counts.littleActivity).toBe(15);
  // Of the sixteenth, the organisation's type is not known, so it is in no definition that is a preset.
  expect(quiet.filter(({ kind }) => kind === null)).toHaveLength(1);
  // ACES Bradford has one patient waiting and nothing else: five would still be little, six would not.
  expect((await serviceAt("E6F9I", "eye-care"))?.service.status).toBe("operating");
});

test("a site named after a county has a service and no position", async () => {
  const found = await serviceAt("G5X2Q", "eye-care");
  expect(found).toMatchObject({ address: { lon: null, precision: null }, provider: { name: "SpaMedica" } });
  expect(await areasOf(found?.address.id ?? "")).toEqual(new Map());
});

test("a site that the register of practices lists by its name is at that address, and the claim says which entry it is", async () => {
  const found = await serviceAt("ACG40", "eye-care");
  expect(found).toMatchObject({
    place: { name: "Newmedica Wakefield" },
    address: { postcode: "WF1 5NX", precision: "postcode" },
  });
  expect((await areasOf(found?.address.id ?? "")).get("council")).toBe("Wakefield");
  expect(await claimsOf(found?.place.id ?? "", "address")).toMatchObject([
    {
      says: "Lists NEWMEDICA WAKEFIELD (Y06946) as active at this address. Gives the address: 106 Barnsley Road, Wakefield, WF1 5NX.",
      source: "GP practices (epraccur), Organisation Data Service",
      on: "2025-09-01",
    },
  ]);
});

test("a site named after a town is drawn there, and is in its board and in no council or constituency", async () => {
  const found = await serviceAt("NPG08", "eye-care");
  expect(found).toMatchObject({
    place: { name: "SpaMedica Bolton" },
    address: { precision: "town", town: "" },
  });
  const inside = await areasOf(found?.address.id ?? "");
  expect([inside.has("constituency"), inside.has("council")]).toEqual([false, false]);
  const [served] = await db
    .select({ code: areas.code })
    .from(serviceAreas)
    .innerJoin(areas, eq(areas.id, serviceAreas.areaId))
    .where(eq(serviceAreas.serviceId, found?.service.id ?? ""));
  expect(served?.code).toBe("E54000057");
  const brighton = await serviceAt("I9A4A", "eye-care");
  expect((await areasOf(brighton?.address.id ?? "")).get("council")).toBe("Mid Sussex");
});

test("several hundred services stand, each with a provider, all outside the NHS, none shown by area only", async () => {
  const all = await db
    .select({ form: providers.legalForm, visibility: services.visibility, category: services.category })
    .from(services)
    .innerJoin(providers, eq(providers.id, services.providerId))
    .where(ownServices);
  expect(all.length).toBeGreaterThan(400);
  expect(new Set(all.map(({ visibility }) => visibility))).toEqual(new Set(["published"]));
  expect(all.map(({ form }) => form)).not.toContain("nhs-owned-company");
  expect(
    await db
      .select()
      .from(services)
      .where(and(ownServices, isNull(services.providerId))),
  ).toEqual([]);
});

test("a parent stands above its companies", async () => {
  const [child] = await db.select().from(providers).where(eq(providers.name, "One Ashford Healthcare"));
  const [parent] = await db
    .select()
    .from(providers)
    .where(eq(providers.id, child?.parentId ?? ""));
  expect(parent?.name).toBe("One Healthcare");
});

test("a second load changes nothing, even when its content looks new", async () => {
  const count = async () => {
    const rows = [];
    for (const table of [claims, services, places, providers, placeIdentifiers])
      rows.push(await db.$count(table));
    return rows;
  };
  const before = await count();
  expect(await loadWaitingTimes(db)).toBe(false);
  await db
    .update(batches)
    .set({ contentHash: "other" })
    .where(eq(batches.title, "Waiting times, April 2026"));
  expect(await loadWaitingTimes(db)).toBe(true);
  expect(await count()).toEqual(before);
});
