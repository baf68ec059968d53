import { describe, expect, it } from "vitest";
import { AreaIndex } from "@/db/reference/area-index";
import { decodePostcodes } from "@/db/reference/postcode-decode";
import { PostcodeEncoder } from "@/db/reference/postcode-encode";
import type { AreaRecord } from "@/domain/areas/area";
import type { GeonamesPlace } from "@/ingest/places-geonames";
import type { SimplemapsTown } from "@/ingest/towns-simplemaps";
import { buildNames } from "./build-names";
import { cleanName, clusterPlaces } from "./cluster-places";

const [WEST, EAST, WEST_COUNCIL, EAST_COUNCIL] = ["E14000001", "E14000002", "E06000001", "E06000002"];
/** Two constituencies and councils side by side, west and east of -1.5°. */
const sides = (codes: [string, string]) =>
  new AreaIndex(
    codes.map((code, side) => {
      const [west, east] = side === 0 ? [-2, -1.5] : [-1.5, -1];
      return { code, polygons: [[[west, 52, east, 52, east, 53, west, 53, west, 52]]] };
    }),
  );
const council = (code: string, nameEn: string) =>
  ({ kind: "council", code, nameEn, slug: nameEn.toLowerCase().replace(/\W+/g, "-") }) as AreaRecord;

/** Twenty unit postcodes in a row along 52.5° north, 0.005° (340 m) apart, in one outward code for each ten. */
function table() {
  const encoder = new PostcodeEncoder();
  for (let i = 0; i < 20; i++) {
    const lon = -1.549 + i * 0.005;
    const side = lon < -1.5 ? 0 : 1;
    encoder.add({
      outcode: i < 10 ? "ZY1" : "ZY2",
      inward: `${i % 10}AA`,
      constituency: [WEST, EAST][side] ?? null,
      council: [WEST_COUNCIL, EAST_COUNCIL][side] ?? null,
      healthBody: "H",
      position: [lon, 52.5],
      precision: "100m",
      near: null,
    });
  }
  return decodePostcodes(encoder.finish());
}

const place = (name: string, outcode: string, lon: number): GeonamesPlace => ({
  name,
  outcode,
  lon,
  lat: 52.5,
});
const build = (places: GeonamesPlace[], towns: SimplemapsTown[] = []) =>
  buildNames({
    places,
    towns,
    table: table(),
    areas: [council(WEST_COUNCIL, "Westshire"), council(EAST_COUNCIL, "Easton, City of")],
    overlaps: { unitPostcodes: { [EAST_COUNCIL]: 10 }, pairs: [[EAST, EAST_COUNCIL, 10]] },
    constituencies: sides([WEST, EAST]),
    councils: sides([WEST_COUNCIL, EAST_COUNCIL]),
  });

describe("where a settlement lies", () => {
  it("a village has the postcodes that are nearest to it of its outward code", () => {
    const [a, b] = build([place("Aby", "ZY1", -1.54), place("Bury", "ZY1", -1.51)]);
    expect([a, b].map((one) => [one?.name, one?.constituencies, one?.outcode])).toEqual([
      ["Aby", [WEST], "ZY1"],
      ["Bury", [WEST], "ZY1"],
    ]);
    expect((a?.people ?? 0) + (b?.people ?? 0)).toBe(10 * 37);
  });

  it("a town is as many postcodes around its centre as its people have, on both sides of a boundary", () => {
    const town: SimplemapsTown = { name: "Middle", lon: -1.5, lat: 52.5, population: 8 * 37, capital: false };
    expect(build([place("Middle", "ZY1", -1.5)], [town])).toMatchObject([
      { name: "Middle", people: 296, constituencies: expect.arrayContaining([WEST, EAST]) },
    ]);
    const small = { ...town, population: 3 * 37, lon: -1.48 };
    expect(build([place("Middle", "ZY1", -1.48)], [small])[0]?.constituencies).toEqual([EAST]);
  });

  it("one without any postcode is where its centre is; one at sea or abroad is left out", () => {
    expect(build([place("Lonely", "ZY9", -1.7)])).toMatchObject([
      { constituencies: [WEST], council: WEST_COUNCIL, people: 0 },
    ]);
    expect(build([place("St Helier", "JE2", -2.6)])).toEqual([]);
  });
});

it("gives the plain address to the largest of a name, and the council's to the next", () => {
  const places = [place("Same", "ZY9", -1.9), place("Same", "ZY8", -1.1), place("Same", "ZY1", -1.54)];
  expect(build(places).map(({ slug, outcode }) => [slug, outcode])).toEqual([
    ["same", "ZY1"],
    ["same-westshire", "ZY9"],
    ["same-easton-city-of", "ZY8"],
  ]);
});

describe("rows of one name", () => {
  it("are one settlement where they lie together, and two where they do not", () => {
    const rows = [place("Twin", "ZY1", -1.5), place("TWIN", "ZY2", -1.45), place("Twin", "AB1", -1.1)];
    expect(clusterPlaces(rows).map((cluster) => cluster.rows.length)).toEqual([2, 1]);
  });

  it("belong to a town of three outward codes as far as its post goes", () => {
    const rows = ["ZY1", "ZY2", "ZY3"].map((outcode, i) => place("Big", outcode, -1.5 + i * 0.05));
    const far = clusterPlaces([...rows, place("Big", "ZY9", -1.25), place("Big", "AB1", -1.15)]);
    expect(far.map((cluster) => cluster.rows.length)).toEqual([4, 1]);
  });

  it.each([
    ["Ash,Canterbury", "Ash"],
    ["Harrow (N, W and S)", "Harrow"],
    ["St Mary's Bay", "St Mary's Bay"],
    ["Llanfair-ym-Muallt", "Llanfair-ym-Muallt"],
    ["Totteridge &#40 Whetstone", null],
    ["Gringley 0n the Hill", null],
    ["", null],
  ])("%j is called %j", (name, expected) => expect(cleanName(name)).toBe(expected));
});
