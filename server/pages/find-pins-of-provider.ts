import type { Db } from "@/db/client";
import type { MapRow } from "@/domain/map/map-row";
import { type Definition, isListedUnder } from "@/domain/providers/legal-form";
import { indexOfRows } from "@/server/pages/index-of-rows";
import { mapData } from "@/server/pages/map-data";

/** By the organisation that runs a service, and by its groups. */
const rowsOfProvider = indexOfRows(({ status, provider, groups }) =>
  status === "ended" ? [] : new Set([provider, ...groups].flatMap((one) => (one === null ? [] : [one.slug]))),
);

/**
 * The services that an organisation and its group run, have a pin, have not ended and are listed under a definition: a look at those alone.
 * None where there is no such organisation. @param own a test's connection
 */
export async function findPinsOfProvider(slug: string, definition: Definition, own?: Db): Promise<MapRow[]> {
  return rowsOfProvider(await mapData(own), slug).filter((row) => isListedUnder(row.kind, definition));
}
