import { describe, expect, it } from "vitest";
import { areaIndex } from "@/db/reference/outlines";
import {
  constituenciesAt,
  districtAt,
  FARTHEST,
  type OutlineTile,
  type Tile,
  tileAt,
} from "@/domain/look-up/outline-tile";
import { metresBetween, type Point } from "@/domain/places/distance";
import { districtPoints } from "@/server/reference/district-points";
import { referenceAreas } from "@/server/reference/reference-areas";
import { buildTile } from "./build-tile";

const index = areaIndex("constituency");
const slugOf = (code: string) => referenceAreas().ofPostcodes.get(code)?.slug;
const built = new Map<string, OutlineTile>();
const tile = (at: Tile) => {
  const key = `${at.column} ${at.row}`;
  const made = built.get(key) ?? buildTile(at);
  built.set(key, made);
  return made;
};
const nearestMetres = (points: readonly Point[], from: Point) =>
  points.reduce((least, point) => Math.min(least, metresBetween(point, from)), Infinity);
const at = (lon: number, lat: number, metres = 0) => {
  const square = tileAt(lon, lat);
  return square ? constituenciesAt(tile(square), square, { lon, lat, metres }) : null;
};

describe("a square of outlines", () => {
  it.each([
    ["the Cumberland Infirmary", -2.9578, 54.8965, "carlisle"],
    ["the Royal Victoria in Belfast", -5.954, 54.5945, "belfast-west"],
    ["Lerwick", -1.145, 60.155, "orkney-and-shetland"],
  ])("says where %s is", (_name, lon, lat, slug) => expect(at(lon, lat)?.[0]).toBe(slug));

  it("says whose postcodes are nearest: for every postcode its own outward code, or one within a few streets", () => {
    let own = 0;
    let all = 0;
    for (const outcode of ["CA2", "CA1", "EC1A", "ZE1", "BT12"]) {
      for (const point of districtPoints(outcode)) {
        const square = tileAt(point.lon, point.lat);
        const found = square && districtAt(tile(square).districts, square, point);
        all += 1;
        if (found === outcode) own += 1;
        else
          expect(
            nearestMetres(districtPoints(found ?? ""), point),
            `${outcode} is called ${found}`,
          ).toBeLessThan(1_000);
      }
    }
    expect(own / all).toBeGreaterThan(0.9);
    expect(tile({ column: 0, row: 0 }).districts).toEqual({ outcodes: [], runs: [] });
  });

  it("says nothing of the sea and of Dublin, and is not asked about New York", () => {
    expect(at(-4.5, 51.2, 500)).toEqual([]);
    expect(at(-6.26, 53.35, 500)).toEqual([]);
    expect(at(-74, 40.7)).toBeNull();
    expect(at(Number.NaN, 52)).toBeNull();
  });

  it("agrees with the full outlines about points all over the country, and about what is near", () => {
    let near = 0;
    for (let i = 0; i < 1_500; i++) {
      // Around three towns, so that few squares are made: Leeds, London, Cardiff.
      const [lon, lat] = [
        [-1.55, 53.8],
        [-0.1, 51.5],
        [-3.2, 51.5],
      ][i % 3] as [number, number];
      const [x, y] = [
        lon + (((i * 7919) % 1000) - 500) / 10_000,
        lat + (((i * 104_729) % 1000) - 500) / 10_000,
      ];
      const metres = [100, 400, FARTHEST][(i % 7) % 3] as number;
      const inside = index.codeAt(x, y);
      // Steps of a metre move an edge by half of one.
      const others = index.nearby(x, y, metres - 2).filter(({ code }) => code !== inside);
      const found = at(x, y, metres) ?? [];
      if (inside !== null && !index.nearby(x, y, 2).length) expect(found[0]).toBe(slugOf(inside));
      for (const { code } of others) expect(found).toContain(slugOf(code));
      near += others.length;
    }
    expect(near).toBeGreaterThan(100);
  });
});
