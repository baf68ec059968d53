import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeArea, makePlace, makeService } from "@/db/factories";
import { findPublicationNumber } from "@/db/queries/publications";
import { addressAreas, auditEntries } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { reassignAreas } from "./reassign-areas";

const db = testDb();
const actor = systemActor("test");

/** Carlisle's infirmary (CA2 7HY) and the areas it is in; the old health body stands where the new one is. */
async function setUp() {
  const [seat, council, healthBody] = [
    await makeArea(db, { kind: "constituency", code: "E14001152", nameEn: "Carlisle" }),
    await makeArea(db, { kind: "council", code: "E06000063", nameEn: "Cumberland" }),
    await makeArea(db, { kind: "icb", code: "E54000050", nameEn: "New board" }),
  ];
  const old = await makeArea(db, { kind: "icb", code: "E54OLD", nameEn: "Old board", validTo: "2026-03-31" });
  const place = await makePlace(db, { name: "Infirmary" }, { areaIds: [seat.id, council.id, old.id] });
  return { seat, council, healthBody, old, place };
}

const assigned = async (addressId: string) =>
  (await db.select().from(addressAreas).where(eq(addressAreas.addressId, addressId)))
    .map(({ areaId }) => areaId)
    .sort();

test("an address moves to the areas of today, and what moved is told, audited and published", async () => {
  const { seat, council, healthBody, place } = await setUp();
  const before = await findPublicationNumber(db);
  const done = await reassignAreas(db, actor);
  expect(done).toEqual({
    addresses: 1,
    moves: [
      { place: "Infirmary", address: "Carlisle, CA2 7HY", left: ["Old board"], entered: ["New board"] },
    ],
    unsettled: [],
  });
  expect(await assigned(place.addressId)).toEqual([seat.id, council.id, healthBody.id].sort());
  expect(await findPublicationNumber(db)).toBeGreaterThan(before);
  expect(await db.select().from(auditEntries)).toMatchObject([
    { action: "areas.reassigned", actorId: "test" },
  ]);
});

test("where nothing moved nothing is written", async () => {
  await setUp();
  await reassignAreas(db, actor);
  const before = await findPublicationNumber(db);
  expect((await reassignAreas(db, actor)).moves).toEqual([]);
  expect(await findPublicationNumber(db)).toBe(before);
  expect(await db.select().from(auditEntries)).toHaveLength(1);
});

test("a service that serves an area which ended is named and left as it is", async () => {
  const { old } = await setUp();
  await makeService(db, { name: "Mobile scans", placeId: null }, { areaIds: [old.id] });
  const { unsettled } = await reassignAreas(db, actor);
  expect(unsettled).toEqual([{ service: "Mobile scans", area: "Old board" }]);
});
