/** Degrees WGS84. */
export type Point = { lon: number; lat: number };

/** The Earth's mean radius in metres (IUGG): distances on a sphere are within 0.5 % of those on the ellipsoid. */
export const EARTH_RADIUS = 6_371_008.8;
export const METRES_PER_MILE = 1609.344;

/** Metres along the ground between two points, as the crow flies (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosines = Math.cos((a.lat * Math.PI) / 180) * Math.cos((b.lat * Math.PI) / 180);
  const chord = half(b.lat - a.lat) + cosines * half(b.lon - a.lon);
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A box in degrees that holds everything within some metres of a point in the United Kingdom. */
export function boxAround({ lon, lat }: Point, metres: number) {
  // A tenth of a per cent and a centimetre more, so that rounding never cuts the circle: two points that are closer than
  // the smallest number that a distance can be made of are 0 metres apart.
  const up = ((metres * 1.001 + 0.01) / EARTH_RADIUS) * (180 / Math.PI);
  const widest = Math.max(Math.abs(lat - up), Math.abs(lat + up));
  const across = up / Math.cos((widest * Math.PI) / 180);
  return { west: lon - across, south: lat - up, east: lon + across, north: lat + up };
}

/** Metres in miles to one decimal, as people in the United Kingdom say how far it is; 0.1 at the least. */
export function inMiles(metres: number): number {
  return Math.max(0.1, Math.round((metres / METRES_PER_MILE) * 10) / 10);
}
