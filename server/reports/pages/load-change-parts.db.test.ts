import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { testDb } from "@/db/testing";
import type { ServiceChange } from "@/domain/reports/change-proposals";
import { makeWorld, type World } from "@/server/records/testing-world";
import { SENT } from "@/server/reports/changes/testing-change";
import { loadChangeParts } from "@/server/reports/pages/load-change-parts";

const db = testDb();
let world: World;
beforeEach(async () => {
  world = await makeWorld(db);
});

const to = (where: object): ServiceChange => ({
  ...SENT,
  kind: "change",
  change: "moved",
  serviceId: world.ids.service,
  on: "",
  placeId: null,
  placeName: "Zebra Clinic",
  addressLines: "",
  town: "",
  postcode: "",
  ...where,
});

test("where a move goes: to its pin, exact or not, and to no mark where it serves an area", async () => {
  const exact = await loadChangeParts(db, to({ point: "54.8951, -2.9382" }), true);
  expect(exact.goesTo).toEqual({ centre: { lon: -2.9382, lat: 54.8951, isApproximate: false } });
  // A place of the name is offered: the moderator may know that it is this one.
  expect(exact.places.map(({ id }) => id)).toContain(world.ids.place);
  const rough = await loadChangeParts(db, to({ point: "54.90, -2.94" }), true);
  expect(rough.goesTo).toMatchObject({ centre: { isApproximate: true } });
  const served = await loadChangeParts(db, to({ areaId: randomUUID() }), true);
  expect([served.goesTo, served.places]).toEqual([null, []]);
});
