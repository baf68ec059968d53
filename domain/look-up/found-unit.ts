import type { KnownPrecision } from "@/domain/postcodes/answer";
import type { ShardArea } from "@/domain/postcodes/shard";
import { choicePath, constituencyPath } from "./problem";

/** What is known of one whole postcode but itself: where it is, and in which areas. Degrees WGS84. */
export type FoundUnit = {
  outcode: string;
  lon: number;
  lat: number;
  precision: KnownPrecision;
  constituency: ShardArea;
  /** Another constituency so near that some of the postcode's addresses can be in it. */
  near: ShardArea | null;
  council: ShardArea | null;
  healthBody: ShardArea | null;
  /** It is the postcode nearest to where a device says that it is, and not one that somebody typed. */
  isNearDevice?: true;
};

/** The page of a district, which shows in the browser what is near a postcode of it. The outward code and no more. */
export function nearPath(outcode: string): string {
  return `/near/${outcode}`;
}

/** Where a postcode leads when its answer cannot be shown: its constituency, or near a boundary the choice. */
export function areaPathOf({ constituency, near, precision, isNearDevice }: FoundUnit): string {
  if (near === null) return constituencyPath(constituency.slug, isNearDevice ? "100m" : precision);
  const by = isNearDevice ? "location" : precision === "small-area" ? "neighbourhood" : "postcode";
  return choicePath([constituency.slug, near.slug], by);
}

/**
 * Reads what a browser kept, or what came over the wire, as a found postcode of this district; null when it is none. It
 * may be years old, or somebody else's: nothing but what is needed is believed.
 */
export function readFoundUnit(text: string | null, outcode: string): FoundUnit | null {
  try {
    const value = JSON.parse(text ?? "null") as Partial<FoundUnit> | null;
    if (value === null || value.outcode !== outcode) return null;
    const isWhole =
      Number.isFinite(value.lon) &&
      Number.isFinite(value.lat) &&
      isArea(value.constituency) &&
      [value.near, value.council, value.healthBody].every((area) => area === null || isArea(area)) &&
      (value.precision === "100m" || value.precision === "small-area");
    return isWhole ? (value as FoundUnit) : null;
  } catch {
    return null;
  }
}

function isArea(value: unknown): value is ShardArea {
  if (typeof value !== "object" || value === null) return false;
  const { kind, slug, nameEn } = value as Partial<ShardArea>;
  return [kind, slug, nameEn].every((text) => typeof text === "string");
}
