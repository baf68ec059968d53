import fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween, type Point } from "@/domain/places/distance";
import { boxOf, middleOf, nearestOfAny, nearestServices } from "./nearest-services";

/** Haversine written out once more, so that the product's own is not what it is judged by. */
function haversine(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const up = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const across = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return (
    2 * 6_371_008.8 * Math.asin(Math.sqrt(up + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * across))
  );
}

/** Steps of about 100 m, so that several stand at one point and many are as far as each other. */
const position = fc
  .tuple(fc.integer({ min: -80, max: 20 }), fc.integer({ min: 500, max: 600 }))
  .map(([lon, lat]) => ({ lon: lon / 10, lat: lat / 10 }));
const around = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([lon, lat]) => ({ lon: -0.2 + lon / 700, lat: 51.3 + lat / 1100 }));
const services = fc.array(fc.oneof(position, around), { maxLength: 120 });

test("the nearest are those that measuring every one of them finds", () => {
  fc.assert(
    fc.property(services, around, fc.integer({ min: 1, max: 12 }), (all, point, most) => {
      const measured = all
        .map((one, index) => ({ index, metres: haversine(point, one) }))
        .sort((a, b) => a.metres - b.metres || a.index - b.index)
        .slice(0, most);
      const found = nearestServices(all, point, most);
      expect(found).toHaveLength(Math.min(most, all.length));
      for (const [at, { one, metres }] of found.entries()) {
        expect(metres).toBeCloseTo(measured[at]?.metres ?? -1, 3);
        expect(metres).toBe(metresBetween(point, one));
      }
    }),
  );
});

test("what a district is given has the nearest of each of its postcodes, and of no more than them", () => {
  fc.assert(
    fc.property(services, fc.array(around, { minLength: 1, maxLength: 60 }), (all, points) => {
      const given = nearestOfAny(all, points, 4);
      const nearest = points.map((point) => nearestServices(all, point, 4));
      for (const [at, point] of points.entries())
        expect(nearestServices(given, point, 4)).toEqual(nearest[at]);
      expect(new Set(given)).toEqual(new Set(nearest.flat().map(({ one }) => one)));
    }),
  );
});

test("of two as far the first of the list is kept, also where there is no room for both", () => {
  const here = { lon: -0.1, lat: 51.5 };
  const east = { lon: 0, lat: 51.5, name: "east" };
  const west = { lon: -0.2, lat: 51.5, name: "west" };
  expect(metresBetween(here, east)).toBeCloseTo(metresBetween(here, west), 6);
  const twins = [
    { ...east, name: "first" },
    { ...east, name: "second" },
    { ...east, name: "third" },
  ];
  expect(nearestServices(twins, here, 2).map(({ one }) => one.name)).toEqual(["first", "second"]);
  expect(nearestServices([...twins, west], here, 3).map(({ one }) => one.name)).toContain("first");
  expect(nearestServices(twins, here, 0)).toEqual([]);
});

test("the box and the middle of points, in the west and the east", () => {
  const points = [
    { lon: -3, lat: 51 },
    { lon: 1, lat: 55 },
    { lon: -5, lat: 53 },
  ];
  expect(boxOf(points)).toEqual([-5, 51, 1, 55]);
  expect(middleOf(points)).toEqual({ lon: -2, lat: 53 });
  expect(boxOf([{ lon: 2, lat: 52 }])).toEqual([2, 52, 2, 52]);
});

test("a district is halved, and each half looks at few: not at the whole country for each postcode", () => {
  let looked = 0;
  const all = Array.from({ length: 400 }, (_, at) => ({
    lat: 51 + (at % 20) / 10,
    get lon() {
      looked++;
      return -3 + Math.floor(at / 20) / 10;
    },
  }));
  const points = Array.from({ length: 256 }, (_, at) => ({
    lon: -2 + (at % 16) / 1000,
    lat: 52 + Math.floor(at / 16) / 1000,
  }));
  nearestOfAny(all, points, 4);
  // One by one it would be 256 times 400.
  expect(looked).toBeLessThan(25_000);
});
