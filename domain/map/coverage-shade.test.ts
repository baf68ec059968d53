import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COVERAGE_SHADES, NIGHT_SHADES, SHADE_COLOURS, SHADE_LINES, shadeOf } from "./coverage-shade";
import { contrastOf } from "./testing-contrast";

test.each([
  [0, 0, true, "cannot-say"],
  [10, 5, false, "cannot-say"],
  [10, 0, true, "none"],
  [100, 1, true, "under-20"],
  [10, 2, true, "under-50"],
  [10, 5, true, "under-80"],
  [10, 8, true, "most"],
  [10, 10, true, "most"],
] as const)("%i known, %i looked at, register %s: %s", (known, checked, hasRegister, shade) => {
  expect(shadeOf({ known, checked }, hasRegister)).toBe(shade);
});

test("the key under the map has the map's colours, by day and by night", () => {
  const css = readFileSync("app/globals.css", "utf8");
  for (const shade of COVERAGE_SHADES) {
    const [, day, night] = css.split(`.shade-${shade} {`).map((rule) => rule.split("}")[0]);
    expect(day).toContain(SHADE_COLOURS[shade]);
    expect(night).toContain(NIGHT_SHADES[shade]);
  }
});

test.each([
  ["day", SHADE_COLOURS],
  ["night", NIGHT_SHADES],
] as const)(
  "by %s each step is further from the ground than the one before, told apart from it, and outlined",
  (when, of) => {
    const steps = COVERAGE_SHADES.filter((shade) => shade !== "cannot-say").map((shade) => of[shade]);
    const [ground = ""] = steps;
    for (const [at, colour] of steps.entries()) {
      const before = steps[at - 1];
      if (before === undefined) continue;
      expect(contrastOf(colour, before), colour).toBeGreaterThan(1.4);
      expect(contrastOf(colour, ground)).toBeGreaterThan(contrastOf(before, ground));
    }
    expect(contrastOf(steps.at(-1) ?? "", ground)).toBeGreaterThan(7);
    for (const colour of Object.values(of))
      expect(contrastOf(SHADE_LINES.outline[when], colour), colour).toBeGreaterThan(1.3);
    expect(contrastOf(SHADE_LINES.hatch[when], of["cannot-say"])).toBeGreaterThan(1.6);
  },
);
