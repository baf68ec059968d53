type View = { lon: number; lat: number; zoom: number };

/** Pixels around the world at zoom 0, as both map libraries count them. */
const WORLD = 512;

/** The point that is drawn some pixels right of and below the middle of a map; degrees WGS84 in the projection of web maps. */
export function pointOfPixel(
  { lon, lat, zoom }: View,
  right: number,
  down: number,
): { lon: number; lat: number } {
  const size = WORLD * 2 ** zoom;
  const middle = Math.asinh(Math.tan((lat * Math.PI) / 180));
  const north = middle - (2 * Math.PI * down) / size;
  return { lon: lon + (360 * right) / size, lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI };
}

/** How many figures of a degree a pixel of the map is worth: what is put on a map of the whole country is no exact place. */
export function figuresAtZoom(zoom: number): number {
  return zoom >= 12 ? 5 : zoom >= 10.5 ? 3 : 2;
}
