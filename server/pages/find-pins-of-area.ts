import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { AREA_KINDS } from "@/domain/areas/area";
import { refOfArea } from "@/domain/areas/area-ref";
import { isOneOf } from "@/domain/lists/is-one-of";
import type { MapRow } from "@/domain/map/map-row";
import type { AreaDetail } from "@/domain/pages/area-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { type MapData, mapData } from "@/server/pages/map-data";

/** Of what the map holds, the services that have not ended by the areas that they are in; made once for each publication. */
const byArea = new WeakMap<MapData, ReadonlyMap<string, readonly MapRow[]>>();

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
  const data = await mapData(own);
  const held = byArea.get(data) ?? rowsByArea(data);
  byArea.set(data, held);
  const rows = held.get(refOfArea(area.kind, area.slug)) ?? [];
  const pins = rows.filter((row) => countsAs(row.kind === "not-known" ? null : row.kind, definition));
  return { area, pins };
}

function rowsByArea({ rows }: MapData): ReadonlyMap<string, readonly MapRow[]> {
  const held = new Map<string, MapRow[]>();
  for (const row of rows) {
    if (row.status === "ended") continue;
    for (const { kind, slug } of row.areas) {
      const ref = refOfArea(kind, slug);
      const ofArea = held.get(ref);
      if (ofArea) ofArea.push(row);
      else held.set(ref, [row]);
    }
  }
  return held;
}
