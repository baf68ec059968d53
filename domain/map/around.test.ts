import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_DEFINITION, readDefinition } from "@/domain/providers/legal-form";
import { AROUND, areaPicturePath, aroundPath, frameAround, framePoints, providerPicturePath } from "./around";

const somewhere = fc.record({
  lon: fc.double({ min: -8, max: 2, noNaN: true }),
  lat: fc.double({ min: 50, max: 61, noNaN: true }),
  isApproximate: fc.boolean(),
});

it("has its point in the middle, north up, as many kilometres wide as it says, wherever it is", () => {
  fc.assert(
    fc.property(somewhere, (centre) => {
      const frame = frameAround(centre);
      expect(frame.at(centre)).toEqual({ x: AROUND.width / 2, y: AROUND.height / 2 });
      const [west, south, east, north] = frame.box;
      expect(frame.at({ lon: west, lat: north })).toEqual({ x: 0, y: 0 });
      expect(frame.at({ lon: east, lat: south })).toEqual({ x: AROUND.width, y: AROUND.height });
      const kilometres = (east - west) * 111.195 * Math.cos((centre.lat * Math.PI) / 180);
      expect(kilometres).toBeCloseTo(centre.isApproximate ? 24 : 8, 5);
      expect(frame.holds(centre)).toBe(true);
      expect(frame.holds({ lon: east + 0.001, lat: centre.lat })).toBe(false);
    }),
  );
});

it("of several points holds them all, some way from its edges, and shows thirty kilometres where they are one", () => {
  fc.assert(
    fc.property(fc.array(somewhere, { minLength: 1, maxLength: 8 }), (points) => {
      const frame = framePoints(points);
      for (const point of points) {
        const { x, y } = frame?.at(point) ?? { x: 0, y: 0 };
        expect(x > 40 && x < 600 && y > 30 && y < 450, `${x} ${y}`).toBe(true);
      }
      expect((frame?.metresPerPixel ?? 0) * 480).toBeGreaterThan(29_999);
    }),
  );
  expect(framePoints([])).toBeNull();
});

it("has one address for each record", () => {
  expect(aroundPath({ service: "eye-care" })).toBe("/api/v1/map/around.svg?service=eye-care");
  expect(aroundPath({ place: "a-clinic" })).toBe("/api/v1/map/around.svg?place=a-clinic");
  const leeds = { kind: "council", slug: "leeds" } as const;
  expect(areaPicturePath(leeds, DEFAULT_DEFINITION)).toBe("/api/v1/map/around.svg?area=council%2Fleeds");
  expect(areaPicturePath(leeds, readDefinition("charity"))).toBe(
    "/api/v1/map/around.svg?area=council%2Fleeds&counting=charity",
  );
  expect(providerPicturePath("okapi", DEFAULT_DEFINITION)).toBe("/api/v1/map/around.svg?provider=okapi");
  expect(providerPicturePath("okapi", readDefinition("charity"))).toBe(
    "/api/v1/map/around.svg?provider=okapi&counting=charity",
  );
});
