import type { AreaKind, BoundingBox } from "@/domain/areas/area";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** The picture of what lies around a record: its size, twice as fine as most screens show it. */
export const AROUND = { width: 640, height: 360 } as const;

/** The picture of an area on paper. */
export const PRINTED = { width: 640, height: 480 } as const;

/** Kilometres from its left edge to its right: streets around an address, a whole town where no more is known. */
const ACROSS = { exact: 8, approximate: 24 } as const;

const METRES_A_DEGREE = 111_195;

type Position = { lon: number; lat: number };
export type AroundFrame = {
  width: number;
  height: number;
  box: BoundingBox;
  metresPerPixel: number;
  /** Where a position is, in whole pixels from the top left corner. */
  at: (position: Position) => { x: number; y: number };
  holds: (position: Position) => boolean;
};

/** The frame of the picture around a point. Degrees WGS84; flat, which a few kilometres are. */
export function frameAround(centre: Position & { isApproximate: boolean }): AroundFrame {
  const { width, height } = AROUND;
  const metresPerPixel = (1000 * ACROSS[centre.isApproximate ? "approximate" : "exact"]) / width;
  const tall = metresPerPixel / METRES_A_DEGREE;
  const wide = tall / Math.cos((centre.lat * Math.PI) / 180);
  const [west, north] = [centre.lon - (wide * width) / 2, centre.lat + (tall * height) / 2];
  const box: BoundingBox = [west, north - tall * height, west + wide * width, north];
  return {
    width,
    height,
    box,
    metresPerPixel,
    at: ({ lon, lat }) => ({ x: Math.round((lon - west) / wide), y: Math.round((north - lat) / tall) }),
    holds: ({ lon, lat }) => lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3],
  };
}

/** The address of the picture of a record. */
export function aroundPath(of: { service: string } | { place: string }): string {
  return `/api/v1/map/around.svg?${new URLSearchParams(of)}`;
}

/** The address of the picture of an area with what a definition counts there. */
export function areaPicturePath(
  { kind, slug }: { kind: AreaKind; slug: string },
  definition: Definition,
): string {
  const query = new URLSearchParams({ area: `${kind}/${slug}` });
  if (definition !== DEFAULT_DEFINITION) query.set("counting", definition);
  return `/api/v1/map/around.svg?${query}`;
}
