import { expect, it } from "vitest";
import { shadeOfRange } from "./compare-shade";
import { COVERAGE_SHADES } from "./coverage-shade";

it.each([
  ["waits", [0, 4, 8, 12, 16]],
  ["practices", [0, 5, 10, 15, 20]],
] as const)(
  "shades %s by their share, and hatches a share whose range reaches into another step",
  (of, ends) => {
    expect(ends.map((share) => shadeOfRange({ low: share, high: share }, of))).toEqual(
      COVERAGE_SHADES.slice(1),
    );
    for (const [at, end] of ends.entries()) {
      const next = ends[at + 1] ?? 101;
      expect(shadeOfRange({ low: end, high: next - 0.1 }, of)).toBe(COVERAGE_SHADES[at + 1]);
      if (next < 100) expect(shadeOfRange({ low: end, high: next }, of)).toBe("cannot-say");
    }
    expect(shadeOfRange(null, of)).toBe("cannot-say");
  },
);
