import type { Db } from "@/db/client";
import type { MapRow } from "@/domain/map/map-row";
import { type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { type MapData, mapData } from "@/server/pages/map-data";

/** Of what the map holds, the services that have not ended by the organisations that run them, and by their groups; made once for each publication. */
const byProvider = new WeakMap<MapData, ReadonlyMap<string, readonly MapRow[]>>();

/**
 * The services that an organisation and its group run, have a pin, have not ended and are listed under a definition: a look at those alone.
 * None where there is no such organisation. @param own a test's connection
 */
export async function findPinsOfProvider(slug: string, definition: Definition, own?: Db): Promise<MapRow[]> {
  const data = await mapData(own);
  const held = byProvider.get(data) ?? rowsByProvider(data);
  byProvider.set(data, held);
  const rows = held.get(slug) ?? [];
  return rows.filter((row) => isListedUnder(row.kind === "not-known" ? null : row.kind, definition));
}

function rowsByProvider({ rows }: MapData): ReadonlyMap<string, readonly MapRow[]> {
  const held = new Map<string, MapRow[]>();
  for (const row of rows) {
    if (row.status === "ended") continue;
    for (const slug of new Set([row.provider, ...row.groups].map((one) => one?.slug))) {
      if (slug === undefined) continue;
      const ofOne = held.get(slug);
      if (ofOne) ofOne.push(row);
      else held.set(slug, [row]);
    }
  }
  return held;
}
