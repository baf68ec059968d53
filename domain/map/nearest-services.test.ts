import fc from "fast-check";
import { expect, test } from "vitest";
import { metresBetween, type Point } from "@/domain/places/distance";
import { nearestOfAny, nearestServices } from "./nearest-services";

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
