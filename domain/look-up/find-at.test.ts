import { expect, it } from "vitest";
import { SHARD_FORMAT } from "@/domain/postcodes/shard";
import { findAt } from "./find-at";
import { type OutlineTile, TILE_CELLS, TILE_FORMAT } from "./outline-tile";

/** Two constituencies, west and east of -2.95°, filling the square of Carlisle and its margin, in steps of a metre. */
const [west, line, east, south, north] = [-302_000, -295_000, -288_000, 5_470_000, 5_510_000];
const flat = (from: number, to: number) => [[from, south, to, south, to, north, from, north, from, south]];
const noDistricts = { outcodes: [], runs: [] };
const tile: OutlineTile = {
  format: TILE_FORMAT,
  districts: noDistricts,
  areas: [
    { slug: "west", rings: flat(west, line) },
    { slug: "east", rings: flat(line, east) },
  ],
};
const asked: string[] = [];
const load = async (path: string) => {
  asked.push(path);
  return tile;
};
const here = { lon: -2.9578, lat: 54.8965, accuracy: 20 };

it("leads to the constituency where no district is known, and asks for nothing but the square", async () => {
  asked.length = 0;
  expect(await findAt(here, load)).toEqual({ path: "/areas/constituency/west" });
  expect(asked).toEqual(["/outlines/60-50.json"]);
});

it("asks which where another is as near as the position may be off", async () => {
  expect(await findAt({ ...here, accuracy: 600 }, load)).toEqual({
    path: "/look-up?choose=west,east&by=location",
  });
  expect(await findAt({ ...here, lon: -2.9502 }, load)).toEqual({
    path: "/look-up?choose=west,east&by=location",
  });
});

it("asks nothing about a place abroad or a position that says little", async () => {
  asked.length = 0;
  expect(await findAt({ lon: -74, lat: 40.7, accuracy: 20 }, load)).toEqual({ trouble: "outside" });
  expect(await findAt({ ...here, accuracy: 5_000 }, load)).toEqual({ trouble: "rough" });
  expect(asked).toEqual([]);
});

it("says when it is at sea, and when the outlines do not come", async () => {
  const sea = async () => ({ format: TILE_FORMAT, areas: [], districts: noDistricts });
  expect(await findAt(here, sea)).toEqual({ trouble: "outside" });
  expect(await findAt(here, () => Promise.reject(new Error("gone")))).toEqual({ trouble: "no-list" });
  expect(await findAt(here, async () => ({ format: 0 }))).toEqual({ trouble: "no-list" });
});

it("asks for the outlines once more, past what is kept, when they did not come", async () => {
  const once = async (_path: string, fresh: boolean) => (fresh ? tile : Promise.reject(new Error("502")));
  expect(await findAt(here, once)).toEqual({ path: "/areas/constituency/west" });
});

/** So many constituencies in stripes of ten metres, from the position to the east. */
const stripes = (count: number) => async () => ({
  format: TILE_FORMAT,
  districts: noDistricts,
  areas: Array.from({ length: count }, (_, i) => ({
    slug: `s${i}`,
    rings: flat(i === 0 ? west : -295_780 + i * 10, -295_780 + (i + 1) * 10),
  })),
});

it("leaves none out of the choice silently", async () => {
  const few = await findAt({ ...here, accuracy: 900 }, stripes(6));
  expect(few).toEqual({ path: "/look-up?choose=s0,s1,s2,s3,s4,s5&by=location" });
  expect(await findAt({ ...here, accuracy: 900 }, stripes(13))).toEqual({ trouble: "rough" });
});

/** Three postcodes of CA2 by their cells: two in the west, of which the second is nearer, and one in the east. */
const area = (slug: string) => ({ kind: "constituency", code: slug, slug, nameEn: slug, nameCy: null });
const shard = {
  format: SHARD_FORMAT,
  outcode: "CA2",
  grid: { west: -8.7, south: 49.8, lon: 0.0015, lat: 0.0009 },
  areas: { constituency: [area("west"), area("east")], council: [], healthBody: [] },
  precisions: ["100m"],
  inward: [0, 0, 0],
  constituency: [1, 1, 2],
  council: [0, 0, 0],
  healthBody: [0, 0, 0],
  column: [3_800, 3_827, 3_828],
  row: [5_662, 5_662, 5_662],
  precision: [0, 0, 0],
  near: [0, 0, 0],
};
const withDistrict = (of: unknown) => async (path: string) => {
  asked.push(path);
  if (path.startsWith("/outlines/"))
    return { ...tile, districts: { outcodes: ["CA2"], runs: [TILE_CELLS * TILE_CELLS, 0] } };
  return path.endsWith("index.json") ? { format: SHARD_FORMAT, hash: "h", outcodes: "CA1 CA2" } : of;
};

it("finds the nearest postcode of the district, and asks for its square and its outward code only", async () => {
  asked.length = 0;
  const answer = await findAt(here, withDistrict(shard));
  expect(answer).toEqual({
    unit: {
      outcode: "CA2",
      lon: -2.95875,
      lat: 54.89625,
      precision: "100m",
      isNearDevice: true,
      constituency: area("west"),
      near: null,
      council: null,
      healthBody: null,
    },
  });
  expect(asked).toEqual(["/outlines/60-50.json", "/postcodes/index.json", "/postcodes/h/CA2.json"]);
});

it("stays in the constituency of the position, and names the other one beside it", async () => {
  const answer = await findAt({ ...here, lon: -2.9502 }, withDistrict(shard));
  expect(answer).toMatchObject({ unit: { constituency: { slug: "west" }, near: { slug: "east" } } });
});

it("leads to the constituency where the district's file does not come, or has nobody there", async () => {
  const only = { path: "/areas/constituency/west" };
  expect(await findAt(here, withDistrict(null))).toEqual(only);
  expect(await findAt(here, withDistrict({ ...shard, constituency: [2, 2, 2] }))).toEqual(only);
});
