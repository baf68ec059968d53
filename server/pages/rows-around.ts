import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { listServicesInArea } from "@/db/queries/services";
import type { MapArea } from "@/domain/map/map-address";
import type { Definition } from "@/domain/providers/legal-form";
import { allServices } from "@/server/pages/all-services";
import { aroundArea } from "@/server/pages/around-area";
import type { MapData } from "@/server/pages/map-data";

/**
 * The rows of the map that the page of an area lists beside its own services: near it, or in a town that it shares. Rising; none where there is
 * no such area. @param own a test's connection
 */
export async function rowsAround(
  { rows }: Pick<MapData, "rows">,
  { kind, slug }: MapArea,
  definition: Definition,
  own?: Db,
): Promise<number[]> {
  const db = own ?? getDb();
  const area = await findArea(db, kind, slug);
  if (!area) return [];
  const inside = await listServicesInArea(db, area.id);
  const { sharedTowns, nearby } = aroundArea(area, inside, await allServices(own), definition);
  const beside = new Set([...sharedTowns, ...nearby].map(({ id }) => id));
  return rows.flatMap(({ id }, row) => (beside.has(id) ? [row] : []));
}
