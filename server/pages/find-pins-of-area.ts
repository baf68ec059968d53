import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { AREA_KINDS } from "@/domain/areas/area";
import { refOfArea } from "@/domain/areas/area-ref";
import { isOneOf } from "@/domain/lists/is-one-of";
import type { MapRow } from "@/domain/map/map-row";
import type { AreaDetail } from "@/domain/pages/area-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { indexOfRows } from "@/server/pages/index-of-rows";
import { mapData } from "@/server/pages/map-data";

const rowsOfArea = indexOfRows(({ status, areas }) =>
  status === "ended" ? [] : areas.map(({ kind, slug }) => refOfArea(kind, slug)),
);

/**
 * An area with the services in it that have a pin, have not ended and count under a definition: out of what the map has in memory, so that a picture
 * costs a look at that area alone. Undefined where there is no such area. @param own a test's connection
 */
export async function findPinsOfArea(
  kind: string,
  slug: string,
  definition: Definition,
  own?: Db,
): Promise<{ area: AreaDetail; pins: MapRow[] } | undefined> {
  const area = isOneOf(AREA_KINDS, kind) ? await findArea(own ?? getDb(), kind, slug) : undefined;
  if (!area) return undefined;
  const rows = rowsOfArea(await mapData(own), refOfArea(area.kind, area.slug));
  return { area, pins: rows.filter((row) => countsAs(row.kind, definition)) };
}
