import { readFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { AreaKind } from "@/domain/areas/area";

type Outlines = Topology<{ areas: GeometryCollection<{ code: string }> }>;

/**
 * The outline of one area as an SVG path that fills a box of so many pixels as far as its form allows, in its middle; null where no
 * file has it. Degrees of longitude are narrowed as at its own latitude.
 */
export function outlinePath(kind: AreaKind, code: string, box: Box): string | null {
  return outlineInBox(kind, code, box)?.path ?? null;
}

/** The same outline with where any position lies in its box, in pixels from the left and from the top. */
export function outlineInBox(kind: AreaKind, code: string, box: Box): BoxedOutline | null {
  return fitted(
    ringsOf(kind, (found) => found === code),
    box,
  );
}

/** The outline of all four nations. */
export function countryPath(box: Box): string | null {
  return fitted(outlineRings("nation"), box)?.path ?? null;
}

/** Pixels. */
type Box = { width: number; height: number };
export type BoxedOutline = {
  path: string;
  at: (position: { lon: number; lat: number }) => readonly [number, number];
};

function fitted(rings: readonly number[][][], { width, height }: Box): BoxedOutline | null {
  const points = rings.flat();
  if (points.length === 0) return null;
  const lats = points.map(([, lat = 0]) => lat);
  const north = Math.max(...lats);
  const south = Math.min(...lats);
  const narrow = Math.cos((((north + south) / 2) * Math.PI) / 180);
  const lons = points.map(([lon = 0]) => lon * narrow);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const scale = Math.min(width / (east - west), height / (north - south));
  const [left, top] = [(width - (east - west) * scale) / 2, (height - (north - south) * scale) / 2];
  const at: BoxedOutline["at"] = ({ lon, lat }) => [
    left + (lon * narrow - west) * scale,
    top + (north - lat) * scale,
  ];
  const said = ([lon = 0, lat = 0]: readonly number[]) =>
    at({ lon, lat })
      .map((pixels) => pixels.toFixed(1))
      .join(" ");
  return { path: rings.map((ring) => `M${ring.slice(0, -1).map(said).join("L")}z`).join(""), at };
}

/** The rings of every area of a kind, degrees, as maps draw them from afar. */
export function outlineRings(kind: AreaKind): number[][][] {
  return ringsOf(kind, () => true);
}

function ringsOf(kind: AreaKind, isAsked: (code: string) => boolean): number[][][] {
  const file = join(process.cwd(), "public", "map", "outlines", `${kind}.json`);
  const outlines = JSON.parse(readFileSync(file, "utf8")) as Outlines;
  return feature(outlines, outlines.objects.areas)
    .features.filter(({ properties }) => isAsked(properties.code))
    .flatMap(({ geometry }) => {
      if (geometry.type === "MultiPolygon") return geometry.coordinates.flat();
      return geometry.type === "Polygon" ? [geometry.coordinates].flat() : [];
    });
}
