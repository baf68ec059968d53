import type { BoundingBox } from "@/domain/areas/area";
import type { ServiceRow } from "@/domain/figures/service-row";
import { middleOf, nearestServices } from "@/domain/map/nearest-services";
import type { NearbyService } from "@/domain/pages/nearby";
import { isApproximate } from "@/domain/places/place";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isPinned, type PinnedService } from "@/server/pages/pinned-service";

/**
 * The services nearest to the middle of an area that are not in it: a clinic a mile outside a constituency is still the
 * clinic of the people who live there. Those whose exact address is not known are left out, since their distance is not
 * known either, and those that are over.
 * @param all every public service
 * @param inside ids of the services of the area
 */
export function listAround(
  [west, south, east, north]: BoundingBox,
  all: readonly ServiceRow[],
  inside: ReadonlySet<string>,
  definition: Definition,
): NearbyService[] {
  const middle = middleOf([
    { lon: west, lat: south },
    { lon: east, lat: north },
  ]);
  const outside = all.flatMap((service) =>
    isPinned(service) && !inside.has(service.id) && canBeNear(service, definition)
      ? [{ service, ...service.position }]
      : [],
  );
  return nearestServices(outside, middle).map(({ one: { service }, metres }) => {
    const { id, slug, name, category, status, place } = service;
    return { id, slug, name, category, status, place, metres };
  });
}

function canBeNear({ kind, status, notCounted, position }: PinnedService, definition: Definition): boolean {
  const isOver = status === "ended" || (notCounted ?? null) !== null;
  return !isOver && !isApproximate(position.precision) && countsAs(kind, definition);
}
