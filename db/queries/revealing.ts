import { and, eq, inArray, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { areaOverlaps, areas } from "@/db/schema/areas";
import { placeAddresses, places } from "@/db/schema/places";

/** What the records say of where something is, for looking that no text tells it. Never shown. */
export type PlaceSaid = {
  name: string;
  nameCy: string | null;
  lines: string | null;
  town: string | null;
  postcode: string | null;
};

/** Names and addresses of a place and of all that stand at a postcode, whether they are public or not. */
export async function listPlacesAt(
  db: Db,
  { placeId, postcode }: { placeId: string | null; postcode: string },
): Promise<PlaceSaid[]> {
  const conditions = [
    ...(placeId === null ? [] : [eq(places.id, placeId)]),
    ...(postcode === "" ? [] : [eq(placeAddresses.postcode, postcode)]),
  ];
  if (conditions.length === 0) return [];
  const { lines, town, postcode: code } = placeAddresses;
  return db
    .select({ name: places.name, nameCy: places.nameCy, lines, town, postcode: code })
    .from(places)
    .leftJoin(placeAddresses, eq(placeAddresses.placeId, places.id))
    .where(or(...conditions))
    .limit(100);
}

/** The codes of the councils that lie in these areas, or are one of them. */
export async function listCouncilCodes(db: Db, areaIds: readonly string[]): Promise<string[]> {
  if (areaIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ code: areas.code })
    .from(areas)
    .leftJoin(areaOverlaps, eq(areaOverlaps.otherId, areas.id))
    .where(
      and(
        eq(areas.kind, "council"),
        or(inArray(areaOverlaps.areaId, [...areaIds]), inArray(areas.id, [...areaIds])),
      ),
    );
  return rows.map(({ code }) => code);
}
