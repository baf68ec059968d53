import { expect, test } from "vitest";
import { makeArea, makePlace, makeService } from "@/db/factories";
import { listServicesInArea } from "@/db/queries/services";
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

test("what serves a board is in the board's nation, on the nation's page and in the count of nations alike", async () => {
  const nation = await makeArea(db, { kind: "nation", nation: "wales", nameEn: "Wales" });
  const healthBody = await makeArea(db, { kind: "health-board", nation: "wales" });
  const other = await makeArea(db, { kind: "icb", nation: "england" });
  const served = await makeService(db, { placeId: null }, { areaIds: [healthBody.id] });
  const both = await makeService(db, { placeId: null }, { areaIds: [healthBody.id, nation.id] });
  const elsewhere = await makeService(db, { placeId: null }, { areaIds: [other.id] });
  const ids = [served.id, both.id, elsewhere.id];
  const { areas, held } = await countByArea(db, ids, ["nation"]);
  expect(areas.map(({ slug, services }) => ({ slug, services }))).toEqual([
    { slug: nation.slug, services: 2 },
  ]);
  expect(held).toBe(2);
  const ofNation = (await listServicesInArea(db, nation.id)).map(({ id }) => id);
  expect(ofNation.sort()).toEqual([served.id, both.id].sort());
  expect((await listServicesInArea(db, healthBody.id)).length).toBe(2);
});
