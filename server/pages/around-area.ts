import type { ServiceRow } from "@/domain/figures/service-row";
import type { AreaDetail } from "@/domain/pages/area-page";
import type { NearbyService } from "@/domain/pages/nearby";
import type { Definition } from "@/domain/providers/legal-form";
import { listAround } from "./list-around";
import { listSharedTowns } from "./list-shared-towns";

/** What an area's page lists beside the services of the area, each under a heading of its own. */
export type AroundArea = { sharedTowns: ServiceRow[]; nearby: NearbyService[] };

/**
 * Asked by the page for its lists and by the map for its pins, so that nothing is on the map of an area and absent from its
 * page.
 * @param inside the area's own services, of every kind
 * @param everywhere all public services
 */
export function aroundArea(
  area: Pick<AreaDetail, "kind" | "code" | "bbox">,
  inside: readonly ServiceRow[],
  everywhere: readonly ServiceRow[],
  definition: Definition,
): AroundArea {
  const ids = new Set(inside.map(({ id }) => id));
  const sharedTowns = listSharedTowns(area, everywhere, ids, definition);
  // Only where a boundary cuts through what people call near: a council or a board is no neighbourhood.
  const isSeat = area.kind === "constituency";
  return { sharedTowns, nearby: isSeat ? listAround(area.bbox, everywhere, ids, definition) : [] };
}
