import type { NotCounted } from "@/domain/services/running";
import type { ServiceStatus } from "@/domain/services/service";

/**
 * What the map says of whether a service runs, the strongest first: a mark of several must not hide one that is open. A service that is
 * no longer listed separately, or that has little or no activity, is in no count of what runs, so it is none of those that are open
 * here either.
 */
export const PIN_STATUSES = ["operating", "planned", "no-longer-listed", "little-activity", "ended"] as const;
export type PinStatus = (typeof PIN_STATUSES)[number];

export function pinStatusOf(service: { status: ServiceStatus; notCounted?: NotCounted | null }): PinStatus {
  return service.status === "operating" ? (service.notCounted ?? "operating") : service.status;
}

/** What the map knows of a service: the properties of one feature in `/api/v1/map/services.geojson`. */

export type PinProperties = {
  slug: string;
  name: string;
  /** Machine name of the category; `categoryLabel` is what a reader sees. */
  category: string;
  categoryLabel: string;
  /** Who runs it, in words: a provider's name or "privately run, name not known". Never empty. */
  runBy: string;
  status: PinStatus;
  /** It is open as far as we know, and there is a reason to doubt that. */
  mayHaveEnded: boolean;
  /** Somebody says that a part of its entry is wrong, and a moderator marked it. */
  disputed: boolean;
  /** True when the source gives only a town: the point is the town's centre, not the building. */
  approximate: boolean;
  /** Name of the place the service is at. */
  place: string;
};

/** A point in degrees WGS84, longitude first, as GeoJSON (RFC 7946) has it. */
export type PinFeature = {
  type: "Feature";
  geometry: { type: "Point"; coordinates: [number, number] };
  properties: PinProperties;
};

export type PinCollection = { type: "FeatureCollection"; features: PinFeature[] };
