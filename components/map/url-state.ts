import type { MapPosition } from "@/domain/map/map-address";

export type MapUrlState = { service: string | null; view: MapPosition | null };

const VIEW = /^#map=(\d{1,2}(?:\.\d{1,4})?)\/(-?\d{1,2}(?:\.\d{1,7})?)\/(-?\d{1,3}(?:\.\d{1,7})?)$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 200;
const MAX_ZOOM = 22;

/**
 * Reads `?service=slug` and `#map=zoom/lat/lon`. Anything else in either, or a value out of range, is
 * somebody else's or a typing mistake, and counts as absent.
 */
export function parseMapUrl(url: { search: string; hash: string }): MapUrlState {
  const service = new URLSearchParams(url.search).get("service");
  return { service: service && isSlug(service) ? service : null, view: parseView(url.hash) };
}

/**
 * The path, query and fragment for `state`, with every other query parameter of `url` kept and a fragment
 * that is not ours kept when there is no view to write.
 */
export function formatMapUrl(
  url: { pathname: string; search: string; hash: string },
  state: MapUrlState,
): string {
  const params = new URLSearchParams(url.search);
  if (state.service) params.set("service", state.service);
  else params.delete("service");
  const query = params.toString();
  const otherHash = url.hash.startsWith("#map=") ? "" : url.hash;
  return url.pathname + (query && `?${query}`) + (state.view ? formatView(state.view) : otherHash);
}

/** Four decimals are about ten metres: enough to come back to the same street, and a readable link. */
function formatView({ zoom, lat, lon }: MapPosition): string {
  return `#map=${trim(zoom, 2)}/${trim(lat, 4)}/${trim(lon, 4)}`;
}

function parseView(hash: string): MapPosition | null {
  const parts = VIEW.exec(hash);
  if (!parts) return null;
  const view = { zoom: Number(parts[1]), lat: Number(parts[2]), lon: Number(parts[3]) };
  const inRange = view.zoom <= MAX_ZOOM && Math.abs(view.lat) <= 85 && Math.abs(view.lon) <= 180;
  return inRange ? view : null;
}

function trim(value: number, decimals: number): string {
  // Adding zero turns -0 into 0, which would otherwise be written "-0" and read back as another value.
  return String(Number(value.toFixed(decimals)) + 0);
}

function isSlug(value: string): boolean {
  return value.length <= MAX_SLUG && SLUG.test(value);
}
