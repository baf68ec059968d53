import { expect, test } from "vitest";
import { makeArea, makePlace, makeService } from "@/db/factories";
import { testDb } from "@/db/testing";
import { HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { countByArea } from "./bodies-of-services";

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
  const nowhere = await makeService(db, { placeId: await at([seat.id]) });
  const ids = [both.id, other.id, without.id, nowhere.id];
  expect(await countByArea(db, ids, HEALTH_BODY_KINDS)).toEqual({
    held: 3,
    areas: [
      { kind: "icb", slug: north.slug, name: "North Board", nameCy: "Bwrdd y Gogledd", services: 2 },
      { kind: "health-board", slug: south.slug, name: "South Board", nameCy: null, services: 1 },
    ],
  });
  expect(await countByArea(db, [], HEALTH_BODY_KINDS)).toEqual({ areas: [], held: 0 });
});
