import type { AreaKind, BoundingBox } from "@/domain/areas/area";
import type { ServiceRow } from "@/domain/figures/service-row";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { mayHold } from "@/server/areas/find-areas-of-address";

/** Degrees: more than the farthest that a town's centre can be from an area which shares the town. */
const MARGIN = 0.2;

/**
 * The running services known only by their town, where the area has a part of the town and another has the rest, and those of which no
 * source names even the town, whose pin stands in the middle of the town that they are named after: which area has the service nobody
 * says, so the area's page lists them by themselves and counts none.
 * @param all every public service
 * @param inside ids of those that the area's page lists already
 */
export function listSharedTowns(
  area: { kind: AreaKind; code: string; bbox: BoundingBox },
  all: readonly ServiceRow[],
  inside: ReadonlySet<string>,
  definition: Definition,
): ServiceRow[] {
  const { kind, code, bbox } = area;
  if (kind !== "constituency" && kind !== "council") return [];
  const [west, south, east, north] = bbox;
  return all.filter((service) => {
    const { id, slug, kind: runner, position, place } = service;
    if (position?.precision !== "town" || place === null || slug === null || inside.has(id)) return false;
    if (!isRunning(service) || !countsAs(runner, definition)) return false;
    const { lon, lat } = position;
    const isNear = lon > west - MARGIN && lon < east + MARGIN && lat > south - MARGIN && lat < north + MARGIN;
    return isNear && mayHold(kind, position).includes(code);
  });
}
