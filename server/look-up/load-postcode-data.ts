import { type Db, getDb } from "@/db/client";
import { listDatasets } from "@/db/queries/areas";
import type { Nation } from "@/domain/areas/area";
import type { DatasetRead } from "@/domain/areas/reference-dataset";

/** The lists of postcodes there can be, and whether they hold postcodes of Northern Ireland. */
const LISTS: Readonly<Record<string, readonly ("great-britain" | "northern-ireland")[]>> = {
  "ons-postcode-directory": ["great-britain", "northern-ireland"],
  "code-point-open": ["great-britain"],
  "northern-ireland-postcodes": ["northern-ireland"],
};

/**
 * The lists of postcodes that look-ups rest on, as the data page and /api/health give them.
 * @param nation of an area, for only those with postcodes there
 */
export async function loadPostcodeData(nation?: Nation, db: Db = getDb()): Promise<DatasetRead[]> {
  const asked = nation === "northern-ireland" ? nation : "great-britain";
  return (await listDatasets(db)).filter(({ key }) => {
    const places = LISTS[key];
    return places !== undefined && (nation === undefined || places.includes(asked));
  });
}
