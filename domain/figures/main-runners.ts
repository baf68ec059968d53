import type { Named } from "@/domain/figures/service-row";

/** An organisation with how many of an area's services it runs. */
export type MainRunner = Named & { services: number };

/** Of one service nobody runs a part. */
const LEAST_SERVICES = 2;

/**
 * The organisations that run a third or more of an area's services, the most first: then a number says more of them than of the area.
 * Services that name nobody are in the whole.
 * @param runners one for each service.
 */
export function mainRunners(runners: readonly (Named | null)[]): MainRunner[] {
  const found = new Map<string, MainRunner>();
  for (const runner of runners)
    if (runner) {
      const services = (found.get(runner.slug)?.services ?? 0) + 1;
      found.set(runner.slug, { slug: runner.slug, name: runner.name, services });
    }
  return [...found.values()]
    .filter(({ services }) => services >= LEAST_SERVICES && services * 3 >= runners.length)
    .sort((a, b) => b.services - a.services || a.name.localeCompare(b.name, "en"));
}
