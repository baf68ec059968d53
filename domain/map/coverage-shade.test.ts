import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COVERAGE_SHADES, SHADE_COLOURS, shadeOf } from "./coverage-shade";

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

test("the key under the map has the map's colours", () => {
  const css = readFileSync("app/globals.css", "utf8");
  for (const shade of COVERAGE_SHADES) {
    const [, rule] = css.split(`.shade-${shade} {`);
    expect(rule?.split("}")[0]).toContain(SHADE_COLOURS[shade]);
  }
});
