import type { Nation } from "@/domain/areas/area";
import { hasRegister, LOW_COVERAGE } from "@/domain/areas/coverage";
import type { Range } from "@/domain/figures/ranked-ranges";
import { COVERAGE_SHADES, type CoverageShade } from "./coverage-shade";

/** Ends of the steps, drawn in the shades of the map of what was checked: in hundred of waits, and services. What is as large as an end is in the next step. */
const STEPS = { waits: [4, 8, 12, 16], services: [1, 3, 6, 12] } as const;

/** By the share known to be outside; hatched where what is not known could put it into another step. */
export function shadeOfWaits(range: Range | null): CoverageShade {
  if (range === null) return "cannot-say";
  const [low, high] = [stepOf(range.low, STEPS.waits), stepOf(range.high, STEPS.waits)];
  return low === high ? low : "cannot-say";
}

/** By the services we know of; hatched where we know of none and have checked too little to say so. */
export function shadeOfServices(
  nation: Nation,
  { services, places, notKnown }: { services: number; places: number; notKnown: number },
): CoverageShade {
  const checked = places === 0 ? 0 : (places - notKnown) / places;
  if (services === 0 && (!hasRegister(nation) || checked < LOW_COVERAGE)) return "cannot-say";
  return stepOf(services, STEPS.services);
}

function stepOf(value: number, ends: readonly number[]): CoverageShade {
  const at = ends.filter((end) => value >= end).length;
  return COVERAGE_SHADES[at + 1] ?? "most";
}
