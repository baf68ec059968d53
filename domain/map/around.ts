import type { AreaKind, BoundingBox } from "@/domain/areas/area";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

/** The picture of what lies around a record: its size, twice as fine as most screens show it. */
export const AROUND = { width: 640, height: 360 } as const;

/** The picture of an area, or of an organisation's services, on paper. */
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
  const across = 1000 * ACROSS[centre.isApproximate ? "approximate" : "exact"];
  return frameOf(centre, across / AROUND.width, AROUND);
}

/** The least that a picture of several points shows from top to bottom, metres. */
const LEAST_TALL = 30_000;
/** How much of a picture its points may fill. */
const FILLED = 0.85;

/** The frame of a printed picture of several points, flat at the latitude of its middle; null without any. */
export function framePoints(points: readonly Position[]): AroundFrame | null {
  if (points.length === 0) return null;
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  const ends = (values: readonly number[]) =>
    [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] as const;
  const [[west, east], [south, north]] = [ends(lons), ends(lats)];
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const narrow = Math.cos((middle.lat * Math.PI) / 180);
  const wide = ((east - west) * narrow * METRES_A_DEGREE) / FILLED;
  const tall = Math.max(LEAST_TALL, ((north - south) * METRES_A_DEGREE) / FILLED);
  return frameOf(middle, Math.max(wide / PRINTED.width, tall / PRINTED.height), PRINTED);
}

function frameOf(
  centre: Position,
  metresPerPixel: number,
  { width, height }: { width: number; height: number },
): AroundFrame {
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
  return picturePath(of, DEFAULT_DEFINITION);
}

/** The address of the picture of an area with what a definition counts there. */
export function areaPicturePath(
  { kind, slug }: { kind: AreaKind; slug: string },
  definition: Definition,
): string {
  return picturePath({ area: `${kind}/${slug}` }, definition);
}

/** The address of the picture of an organisation's services, under a definition. */
export function providerPicturePath(provider: string, definition: Definition): string {
  return picturePath({ provider }, definition);
}

function picturePath(of: Record<string, string>, definition: Definition): string {
  const counting = definition === DEFAULT_DEFINITION ? {} : { counting: definition };
  return `/api/v1/map/around.svg?${new URLSearchParams({ ...of, ...counting })}`;
}
