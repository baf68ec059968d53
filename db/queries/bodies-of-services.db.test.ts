import { expect, test } from "vitest";
import { makeArea, makePlace, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { countByHealthBody } from "./bodies-of-services";

const db = testDb();

test("counts each service once in the health body it lies in or serves, and in no other kind of area", async () => {
  const north = await makeArea(db, { kind: "icb", nameEn: "North Board", nameCy: "Bwrdd y Gogledd" });
  const south = await makeArea(db, { kind: "health-board", nameEn: "South Board" });
  const seat = await makeArea(db, { kind: "constituency" });
  const at = async (areaIds: string[]) => (await makePlace(db, {}, { areaIds })).id;
  const both = await makeService(db, { placeId: await at([north.id, seat.id]) }, { areaIds: [north.id] });
  const other = await makeService(db, { placeId: await at([north.id]) });
  const without = await makeService(db, { placeId: null }, { areaIds: [south.id] });
  await makeService(db, { placeId: await at([south.id]) });
  expect(await countByHealthBody(db, [both.id, other.id, without.id])).toEqual([
    { kind: "icb", slug: north.slug, name: "North Board", nameCy: "Bwrdd y Gogledd", services: 2 },
    { kind: "health-board", slug: south.slug, name: "South Board", nameCy: null, services: 1 },
  ]);
  expect(await countByHealthBody(db, [])).toEqual([]);
});
