import type { Range } from "@/domain/figures/ranked-ranges";
import { COVERAGE_SHADES, type CoverageShade } from "./coverage-shade";

/** Ends of the steps, in hundred, drawn in the shades of the map of what was checked. What is as large as an end is in the next step. */
const STEPS = { waits: [4, 8, 12, 16], practices: [5, 10, 15, 20] } as const;

/** By the share known to be outside, in hundred; hatched where what is not known could put it into another step. */
export function shadeOfRange(range: Range | null, of: keyof typeof STEPS): CoverageShade {
  if (range === null) return "cannot-say";
  const [low, high] = [stepOf(range.low, STEPS[of]), stepOf(range.high, STEPS[of])];
  return low === high ? low : "cannot-say";
}

function stepOf(value: number, ends: readonly number[]): CoverageShade {
  const at = ends.filter((end) => value >= end).length;
  return COVERAGE_SHADES[at + 1] ?? "most";
}
