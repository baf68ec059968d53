import { type Db, getDb } from "@/db/client";
import { findArea } from "@/db/queries/areas";
import { AREA_KINDS } from "@/domain/areas/area";
import { isOneOf } from "@/domain/lists/is-one-of";
import type { MapRow } from "@/domain/map/map-row";
import type { AreaDetail } from "@/domain/pages/area-page";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { mapData } from "@/server/pages/map-data";

/**
 * An area with the services in it that have a pin, have not ended and count under a definition: out of what the map has in memory, so that a picture
 * costs no more than a look. Undefined where there is no such area. @param own a test's connection
 */
export async function findPinsOfArea(
  kind: string,
  slug: string,
  definition: Definition,
  own?: Db,
): Promise<{ area: AreaDetail; pins: MapRow[] } | undefined> {
  const area = isOneOf(AREA_KINDS, kind) ? await findArea(own ?? getDb(), kind, slug) : undefined;
  if (!area) return undefined;
  const { rows } = await mapData(own);
  const pins = rows.filter(
    (row) =>
      row.status !== "ended" &&
      countsAs(row.kind === "not-known" ? null : row.kind, definition) &&
      row.areas.some((held) => held.kind === kind && held.slug === slug),
  );
  return { area, pins };
}
