import { LRUCache } from "lru-cache";
import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { listServicesInArea } from "@/db/queries/services";
import type { MapArea } from "@/domain/map/map-address";
import type { Definition } from "@/domain/providers/legal-form";
import { knownPublication } from "@/server/http/publication";
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

/** Rows of an area under a definition, by the files that they are rows of and the publication. */
const kept = new LRUCache<string, readonly number[]>({ max: 500 });

/** As `rowsAround`, worked out once for all who read the page of an area: every service is asked how far it is. */
export async function keptRowsAround(
  data: Pick<MapData, "rows"> & { files: { hash: string } },
  area: MapArea,
  definition: Definition,
): Promise<readonly number[]> {
  const key = `${data.files.hash} ${knownPublication()} ${area.kind}/${area.slug} ${definition}`;
  const before = kept.get(key);
  if (before) return before;
  const rows = await rowsAround(data, area, definition);
  kept.set(key, rows);
  return rows;
}
