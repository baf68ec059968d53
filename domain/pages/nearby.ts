import type { BoundingBox } from "@/domain/areas/area";
import { middleOf } from "@/domain/map/nearest-services";
import { boxAround } from "@/domain/places/distance";
import type { ServiceCategory } from "@/domain/services/category";
import type { ServiceStatus } from "@/domain/services/service";

/** A service with its distance in metres from a point, as the crow flies. */
export type NearbyService = {
  id: string;
  slug: string;
  name: string;
  category: ServiceCategory;
  status: ServiceStatus;
  place: { slug: string; name: string; nameCy: string | null };
  metres: number;
};

/** Of the nearest, as many as the map of an area that has none shows at first. */
const SHOWN_AROUND = 3;

/** What an area's map shows at first: the area, and where there is nothing in it the nearest around it too. */
export function mapBounds(bbox: BoundingBox, nearby: readonly NearbyService[]): BoundingBox {
  const farthest = nearby[Math.min(SHOWN_AROUND, nearby.length) - 1];
  if (!farthest) return bbox;
  const [west, south, east, north] = bbox;
  const around = boxAround(
    middleOf([
      { lon: west, lat: south },
      { lon: east, lat: north },
    ]),
    farthest.metres,
  );
  return [
    Math.min(west, around.west),
    Math.min(south, around.south),
    Math.max(east, around.east),
    Math.max(north, around.north),
  ];
}
