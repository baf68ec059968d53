import { COMPARABLE_COVERAGE, type Coverage, coverageShare, LOW_COVERAGE } from "@/domain/areas/coverage";

/** How much of an area was looked at, in as many steps as an eye tells apart on a printed map. */
export const COVERAGE_SHADES = ["cannot-say", "none", "under-20", "under-50", "under-80", "most"] as const;
export type CoverageShade = (typeof COVERAGE_SHADES)[number];

/** @param hasRegister whether any register lists places there: without one there is nothing to take a share of. */
export function shadeOf(coverage: Pick<Coverage, "known" | "checked">, hasRegister: boolean): CoverageShade {
  const share = coverageShare(coverage);
  if (!hasRegister || share === null) return "cannot-say";
  if (share === 0) return "none";
  if (share < 0.2) return "under-20";
  if (share < LOW_COVERAGE) return "under-50";
  return share < COMPARABLE_COVERAGE ? "under-80" : "most";
}

/** From paper to ink, so that the steps survive a black-and-white printer; no register is a pattern, not a colour. */
export const SHADE_COLOURS: Readonly<Record<CoverageShade, string>> = {
  "cannot-say": "#e6e1d5",
  none: "#fffdf8",
  "under-20": "#bcd5d8",
  "under-50": "#8fb3b8",
  "under-80": "#55838a",
  most: "#1f4d54",
};

/** By night from the page's own dark to light: more is still further from the ground. */
export const NIGHT_SHADES: Readonly<Record<CoverageShade, string>> = {
  "cannot-say": "#2b2721",
  none: "#171512",
  "under-20": "#243e43",
  "under-50": "#3a6068",
  "under-80": "#6498a0",
  most: "#b5e0e4",
};

/** The lines of areas and of the hatching, by day and by night. */
export const SHADE_LINES = {
  outline: { day: "#5d574e", night: "#b8af9f" },
  hatch: { day: "#b9b09d", night: "#6a6152" },
} as const;
