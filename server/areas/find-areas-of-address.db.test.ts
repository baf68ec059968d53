import { inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { upsertAreas } from "@/db/queries/reference";
import { areas } from "@/db/schema";
import { readReferenceTables } from "@/db/seed/reference-tables";
import { testDb } from "@/db/testing";
import type { AddressValue } from "@/domain/claims/claim";
import { findAreaIdsOfAddress } from "@/server/areas/find-areas-of-address";

const db = testDb();
const { areas: records } = readReferenceTables();

beforeEach(async () => {
  const rows = records.map(({ bbox: [west, south, east, north], ...area }) => ({
    ...area,
    west,
    south,
    east,
    north,
  }));
  await upsertAreas(db, rows);
});

const address = (given: Partial<AddressValue>): AddressValue => ({
  key: "main",
  lines: "",
  town: "",
  postcode: "",
  lon: null,
  lat: null,
  precision: null,
  ...given,
});

async function codesOf(given: Partial<AddressValue>): Promise<string[]> {
  const ids = await findAreaIdsOfAddress(db, address(given));
  if (ids.length === 0) return [];
  const rows = await db.select().from(areas).where(inArray(areas.id, ids));
  return rows.map(({ kind, code }) => `${kind} ${code}`).sort();
}

const CUMBERLAND_INFIRMARY = [
  "constituency E14001152",
  "council E06000063",
  "icb E54000050",
  "nation E92000001",
  "region E12000002",
];

describe("by postcode", () => {
  test("in England: five areas, one of each kind", async () => {
    expect(await codesOf({ postcode: "CA2 7HY", precision: "postcode" })).toEqual(CUMBERLAND_INFIRMARY);
  });
  test("without a position too", async () => {
    expect(await codesOf({ postcode: "ca27hy" })).toEqual(CUMBERLAND_INFIRMARY);
  });
  test("Scotland is region and nation under one code", async () => {
    expect(await codesOf({ postcode: "G51 4TF" })).toEqual([
      "constituency S14000088",
      "council S12000049",
      "health-board S08000031",
      "nation S92000003",
      "region S92000003",
    ]);
  });
  test("in Wales and Northern Ireland", async () => {
    expect(await codesOf({ postcode: "CF14 4XW" })).toEqual(
      expect.arrayContaining(["constituency W07000090", "health-board W11000029", "nation W92000004"]),
    );
    expect(await codesOf({ postcode: "BT12 6BA" })).toEqual(
      expect.arrayContaining(["constituency N05000004", "nation N92000002", "hsc-trust BHSCT"]),
    );
  });
});

describe("by position", () => {
  test("a site without a postcode, or with one nobody knows", async () => {
    const site = { lon: -2.9578, lat: 54.8965, precision: "site" } as const;
    expect(await codesOf(site)).toEqual(CUMBERLAND_INFIRMARY);
    expect(await codesOf({ ...site, postcode: "CA2 0XX" })).toEqual(CUMBERLAND_INFIRMARY);
  });
  test("an address with neither is in no area", async () => {
    expect(await codesOf({ town: "Carlisle" })).toEqual([]);
  });
  test("abroad and at sea there is none", async () => {
    expect(await codesOf({ lon: -4.5, lat: 54.25, precision: "site" })).toEqual([]);
  });
});

describe("known only to the town", () => {
  test("in the areas that hold everything within two kilometres, and no other", async () => {
    const yeovil = { town: "Yeovil", lon: -2.637, lat: 50.9452, precision: "town" } as const;
    expect(await codesOf(yeovil)).toEqual(["nation E92000001", "region E12000009"]);
    expect(await codesOf({ ...yeovil, precision: "site" })).toHaveLength(5);
  });
  test("between two regions of England it is in England; between England and Wales in neither", async () => {
    const uttoxeter = { town: "Uttoxeter", lon: -1.8649, lat: 52.8984, precision: "town" } as const;
    expect(await codesOf(uttoxeter)).toEqual(["nation E92000001"]);
    const chepstow = { town: "Chepstow", lon: -2.675, lat: 51.642, precision: "town" } as const;
    expect(await codesOf(chepstow)).toEqual([]);
  });
  test("the sea is no neighbour", async () => {
    const aberystwyth = { town: "Aberystwyth", lon: -4.0829, lat: 52.4153, precision: "town" } as const;
    expect(await codesOf(aberystwyth)).toHaveLength(5);
  });
  test("its postcode, if any, does not make it exact", async () => {
    const town = {
      town: "Yeovil",
      lon: -2.637,
      lat: 50.9452,
      precision: "town",
      postcode: "CA2 7HY",
    } as const;
    expect(await codesOf(town)).toEqual(["nation E92000001", "region E12000009"]);
  });
});

test("a site that is only named after a town lies in what holds everything within twelve kilometres of the town", async () => {
  // SpaMedica Brighton is in Sayers Common: neither in Brighton's constituencies nor in its council.
  const brighton = { lon: -0.1372, lat: 50.8225, precision: "town" } as const;
  const inside = await codesOf(brighton);
  expect(inside.filter((code) => /^(constituency|council)/.test(code))).toEqual([]);
  expect(inside).toEqual(expect.arrayContaining([expect.stringMatching(/^icb /), "nation E92000001"]));
  const bolton = { lon: -2.4289, lat: 53.578, precision: "town" } as const;
  expect(await codesOf(bolton)).not.toContain("council E08000001");
  expect(await codesOf({ ...bolton, town: "Bolton" })).toContain("council E08000001");
});

test("an area that has ceased to exist is nobody's", async () => {
  await db.update(areas).set({ validTo: "2026-03-31" });
  expect(await codesOf({ postcode: "CA2 7HY" })).toEqual([]);
});
