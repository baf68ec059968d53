import { type Db, getDb } from "@/db/client";
import { findPlace } from "@/db/queries/places";
import { findServiceRow } from "@/db/queries/services";
import { isApproximate, type PositionPrecision } from "@/domain/places/place";
import type { Centre } from "@/server/pages/draw-around";

/** The point to draw a record at, with its name; undefined where there is no such record or nothing public says where it is. */
export async function findCentre(
  of: { service: string } | { place: string },
  db: Db = getDb(),
): Promise<{ name: string; centre: Centre } | undefined> {
  if ("service" in of) {
    const service = await findServiceRow(db, of.service);
    return service?.name ? named(service.name, service.position) : undefined;
  }
  const place = await findPlace(db, of.place);
  return place && named(place.name, place.addresses[0] ?? null);
}

type At = { lon: number | null; lat: number | null; precision: PositionPrecision | null };

function named(name: string, at: At | null): { name: string; centre: Centre } | undefined {
  if (!at || at.lon === null || at.lat === null || at.precision === null) return undefined;
  return { name, centre: { lon: at.lon, lat: at.lat, isApproximate: isApproximate(at.precision) } };
}
