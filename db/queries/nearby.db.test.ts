import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makePlace, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { metresBetween } from "@/domain/places/distance";
import { type Definition, definitionOf } from "@/domain/providers/legal-form";
import { PINNED_VISIBILITIES, VISIBILITIES } from "@/domain/services/service";
import { listNearbyServices } from "./nearby";

const db = testDb();

async function makeServiceAt(lon: number, lat: number, given: Parameters<typeof makeService>[1] = {}) {
  const place = await makePlace(db, {}, { address: { lon, lat } });
  const service = await makeService(db, { placeId: place.id, ...given });
  return { id: service.id, lon, lat };
}

/** Always the same 60 places, spread over the whole country and crowded in one part of it. */
async function makeWorld() {
  const made = [];
  for (let i = 0; i < 60; i++) {
    const spread = i < 30 ? 1 : 0.02;
    made.push(
      await makeServiceAt(-6 + ((i * 37) % 60) * 0.12 * spread, 50 + ((i * 23) % 60) * 0.15 * spread),
    );
  }
  return made;
}

test("finds the same services in the same order as looking at every one of them", async () => {
  const world = await makeWorld();
  const point = fc.record({
    lon: fc.double({ min: -7, max: 1.5, noNaN: true }),
    lat: fc.double({ min: 49.9, max: 60, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(point, fc.integer({ min: 1000, max: 300_000 }), async (from, within) => {
      const found = await listNearbyServices(db, from, { within, limit: 10 });
      const expected = world
        .map((service) => ({ id: service.id, metres: metresBetween(from, service) }))
        .filter(({ metres }) => metres <= within)
        .sort((a, b) => a.metres - b.metres)
        .slice(0, 10);
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      for (const [i, { metres }] of found.entries()) expect(metres).toBeCloseTo(expected[i]?.metres ?? 0, 1);
    }),
    { numRuns: 40 },
  );
});

test("reads addresses by the index on positions", async () => {
  await makeWorld();
  await db.execute(sql`set local enable_seqscan = off`);
  const statement = "select 1 from place_addresses where lat between 54 and 54.1 and lon between -3 and -2.9";
  const plan = await db.execute(sql.raw(`explain ${statement}`));
  expect(JSON.stringify(plan)).toContain("place_addresses_position");
});

test.each(VISIBILITIES)("a service that is %s is near only when it may have a pin", async (visibility) => {
  const { lon, lat, id } = await makeServiceAt(-2.95, 54.89, { visibility });
  const found = await listNearbyServices(db, { lon, lat }, { within: 1000, limit: 10 });
  const isPinned = (PINNED_VISIBILITIES as readonly string[]).includes(visibility);
  expect(found.map((service) => service.id)).toEqual(isPinned ? [id] : []);
});

test("an ended service is not near, nor one whose place has no position or only a town's", async () => {
  await makeServiceAt(-2.95, 54.89, { status: "ended" });
  for (const address of [
    { lon: null, lat: null, precision: null },
    { lon: -2.95, lat: 54.89, precision: "town" as const },
  ]) {
    const place = await makePlace(db, {}, { address });
    await makeService(db, { placeId: place.id });
  }
  expect(await listNearbyServices(db, { lon: -2.95, lat: 54.89 }, { within: 5000, limit: 10 })).toEqual([]);
});

test("leaves out what the reader does not count", async () => {
  const [company, charity, unknown] = [
    await makeServiceAt(-2.9, 54.9, { providerId: null, providerKind: "private-sector" }),
    await makeServiceAt(-2.9, 54.91, { providerId: null, providerKind: "charity" }),
    await makeServiceAt(-2.9, 54.92, { providerId: null, providerKind: null }),
  ];
  await makeServiceAt(-2.9, 54.9, { providerId: null, providerKind: "nhs-owned-company" });
  const found = async (definition: Definition) =>
    (await listNearbyServices(db, company, { within: 10_000, limit: 10, definition })).map(({ id }) => id);
  expect(await found("outside-the-nhs")).toEqual([company.id, charity.id]);
  expect(await found("companies-by-type")).toEqual([company.id]);
  expect(await found(definitionOf(["charity", "not-known"]))).toEqual([charity.id, unknown.id]);
});
