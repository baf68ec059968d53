import type { Db } from "@/db/client";
import { findNamesOfAreas } from "@/db/queries/areas";
import { AREA_KINDS } from "@/domain/areas/area";
import type { AddressValue } from "@/domain/claims/claim";
import { findAreaIdsOfAddress } from "@/server/areas/find-areas-of-address";

export type AreaNameRead = { en: string; cy: string | null };

/** The areas of today that an address lies in, by their names, the smallest kind first. */
export async function nameAreasOf(db: Db, address: AddressValue): Promise<AreaNameRead[]> {
  const found = await findNamesOfAreas(db, await findAreaIdsOfAddress(db, address));
  return found
    .toSorted((one, other) => AREA_KINDS.indexOf(one.kind) - AREA_KINDS.indexOf(other.kind))
    .map(({ nameEn, nameCy }) => ({ en: nameEn, cy: nameCy }));
}
