import type { Db } from "@/db/client";
import { listNearbyServices } from "@/db/queries/nearby";
import type { BoundingBox } from "@/domain/areas/area";
import type { NearbyService } from "@/domain/pages/nearby";
import type { Definition } from "@/domain/providers/legal-form";

/** As many as a reader looks through. */
const MOST = 10;
/** Metres. In a city ten are close; from Shetland the nearest that we know of may be hundreds of miles away. */
const STEPS = [25_000, 250_000, 1_000_000] as const;

/**
 * The services nearest to the middle of an area that are not in it: a clinic a mile outside a constituency is still the
 * clinic of the people who live there. Those whose exact address is not known are left out: their distance is not known either.
 * @param inside ids of the services of the area
 */
export async function listAround(
  db: Db,
  [west, south, east, north]: BoundingBox,
  inside: ReadonlySet<string>,
  definition: Definition,
): Promise<NearbyService[]> {
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  let around: NearbyService[] = [];
  for (const within of STEPS) {
    const near = await listNearbyServices(db, middle, { within, limit: MOST + inside.size, definition });
    around = near.filter(({ id }) => !inside.has(id)).slice(0, MOST);
    if (around.length === MOST) break;
  }
  return around;
}
