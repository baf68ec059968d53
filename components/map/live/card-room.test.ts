import fc from "fast-check";
import { expect, it } from "vitest";
import { isClear, offsetOf, STOPS, stopAt, stopHeights } from "./card-room";

it("the sheet leaves its pin free at every stop, on every screen and at every size of letters", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 240, max: 1_400 }),
      fc.integer({ min: 280, max: 640 }),
      fc.integer({ min: 12, max: 32 }),
      (height, width, rem) => {
        const heights = stopHeights(height, rem);
        expect(heights.peek).toBeLessThanOrEqual(heights.half);
        expect(heights.half).toBeLessThanOrEqual(heights.full);
        for (const stop of STOPS) {
          const covered = { left: 0, bottom: heights[stop] };
          const [x, y] = offsetOf(covered);
          const pin = { x: width / 2 + x, y: height / 2 + y };
          expect(isClear(pin, { width, height }, covered), `${stop} of ${height}`).toBe(true);
          expect(stopAt(heights[stop], heights)).toBe(STOPS.find((one) => heights[one] === heights[stop]));
        }
        expect(stopAt(heights.peek / 3, heights)).toBeNull();
      },
    ),
  );
});

it("a card at the side leaves its pin free, and a pin under it is not free", () => {
  const size = { width: 900, height: 600 };
  const covered = { left: 340, bottom: 0 };
  const [x, y] = offsetOf(covered);
  expect(isClear({ x: 450 + x, y: 300 + y }, size, covered)).toBe(true);
  expect(isClear({ x: 200, y: 300 }, size, covered)).toBe(false);
  expect(isClear({ x: 500, y: 590 }, size, covered)).toBe(false);
});
