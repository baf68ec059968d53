import fc from "fast-check";
import { expect, test } from "vitest";
import { fitView } from "./fit-view";
import { degreesOf, viewBounds } from "./view-bounds";

const FRAME = { width: 640, height: 480 };

test("shows all of any box of the country, and not much more of it than must be", () => {
  const box = fc
    .tuple(
      fc.double({ min: -8, max: 1, noNaN: true }),
      fc.double({ min: 50, max: 58, noNaN: true }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
      fc.double({ min: 0.05, max: 3, noNaN: true }),
    )
    .map(([west, south, wide, high]): [number, number, number, number] => [
      west,
      south,
      west + wide,
      south + high,
    ]);
  fc.assert(
    fc.property(box, (asked) => {
      const [west, south, east, north] = degreesOf(viewBounds(fitView(asked, FRAME), FRAME));
      const air = 0.01;
      expect(west).toBeLessThanOrEqual(asked[0] + air);
      expect(south).toBeLessThanOrEqual(asked[1] + air);
      expect(east).toBeGreaterThanOrEqual(asked[2] - air);
      expect(north).toBeGreaterThanOrEqual(asked[3] - air);
      const spare = Math.min((east - west) / (asked[2] - asked[0]), (north - south) / (asked[3] - asked[1]));
      if (fitView(asked, FRAME).zoom < 12) expect(spare).toBeLessThan(1.6);
    }),
  );
});
