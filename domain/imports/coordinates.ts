import type { ProblemCode } from "@/domain/imports/outcome";

/** Degrees WGS84: the box that addresses of the United Kingdom lie in. */
const inUk = (lat: number, lon: number) => lat >= 49 && lat <= 61.5 && lon >= -9 && lon <= 3;

export type CoordinatesReading =
  | { lat: number | null; lon: number | null }
  | { problem: Extract<ProblemCode, `coordinates-${string}`>; detail: string };

/** Reads two cells as a position. Nothing is swapped silently: what looks swapped is refused and says so. */
export function readCoordinates(latitude: string, longitude: string): CoordinatesReading {
  if (latitude === "" && longitude === "") return { lat: null, lon: null };
  if (latitude === "" || longitude === "") return { problem: "coordinates-one-only", detail: "" };
  const detail = `${latitude}, ${longitude}`;
  const lat = degrees(latitude);
  const lon = degrees(longitude);
  if (lat === null || lon === null) return { problem: "coordinates-unreadable", detail };
  if (inUk(lat, lon)) return { lat, lon };
  if (inUk(lon, lat)) return { problem: "coordinates-swapped", detail };
  if (Math.abs(lat) > 180 || Math.abs(lon) > 180) return { problem: "coordinates-grid", detail };
  return { problem: "coordinates-outside", detail };
}

/** "54.89", "54,89" (a decimal comma), "54.89°"; null for anything else. */
function degrees(text: string): number | null {
  const plain = text
    .replace(/[°\s]/g, "")
    .replace(/^([+-]?\d+),(\d+)$/, "$1.$2")
    .replace("−", "-");
  return /^[+-]?\d{1,7}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
