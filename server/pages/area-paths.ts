import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { AreaKind } from "@/domain/areas/area";

/** A whole-country picture: width and height in pixels, and how many a degree of latitude has. */
export const PICTURE = { width: 500, height: 836, degree: 74 };
const NORTH = 60.95;
const WEST = -8.8;
/** A degree of longitude is shorter; in the middle of the country by so much. */
const NARROW = Math.cos((55.4 * Math.PI) / 180);
/** Square degrees: a triangle of two thirds of a pixel, and an island of two. */
const SMALLEST_TURN = 0.00012;
const SMALLEST_ISLAND = 0.0004;

type Properties = { code: string };
type Outlines = Topology<{ areas: GeometryCollection<Properties> }>;

const kept = new Map<AreaKind, Map<string, string>>();

/** SVG paths of every area of a kind on the picture, by code; made once from the outlines that maps are drawn with. */
export function areaPaths(kind: AreaKind): ReadonlyMap<string, string> {
  const before = kept.get(kind);
  if (before) return before;
  const file = join(process.cwd(), "public", "map", "outlines", `${kind}.json`);
  const outlines = JSON.parse(readFileSync(file, "utf8")) as Outlines;
  const weighted = presimplify(outlines);
  const simple = simplify(filter(weighted, filterWeight(weighted, SMALLEST_ISLAND)), SMALLEST_TURN);
  const paths = new Map<string, string>();
  for (const { geometry, properties } of feature(
    simple,
    simple.objects.areas as typeof outlines.objects.areas,
  ).features) {
    const polygons =
      geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : geometry.type === "Polygon"
          ? [geometry.coordinates]
          : [];
    paths.set(properties.code, polygons.flat().map(toPath).join(""));
  }
  for (const { geometry, properties } of feature(outlines, outlines.objects.areas).features)
    if (!paths.get(properties.code)) paths.set(properties.code, markOf(geometry as Polygon | MultiPolygon));
  kept.set(kind, paths);
  return paths;
}

/** Pixels: a square that can be seen and pointed at. */
const MARK = 6;

/** An area all of whose islands are too small to be drawn: a square where it is. The Isles of Scilly are one. */
function markOf(geometry: Polygon | MultiPolygon): string {
  const points = geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
  const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const { x, y } = onPicture({ lon: middle(lons), lat: middle(lats) });
  return `M${tenth(Math.round((x - MARK / 2) * 10))} ${tenth(Math.round((y - MARK / 2) * 10))}l${MARK} 0l0 ${MARK}l-${MARK} 0z`;
}

/** Where a position is on the picture, in pixels. */
export function onPicture({ lon, lat }: { lon: number; lat: number }): { x: number; y: number } {
  return { x: (lon - WEST) * NARROW * PICTURE.degree, y: (NORTH - lat) * PICTURE.degree };
}

/** The part of the picture that some of its paths need, with a little room around them: left, top, width and height in pixels. */
export function frameOf(paths: readonly string[]): { x: number; y: number; width: number; height: number } {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const path of paths) {
    let [x, y] = [0, 0];
    // Each ring begins where it says; each further point is so far from the one before.
    for (const [, letter, right, down] of path.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/g)) {
      [x, y] = letter === "M" ? [Number(right), Number(down)] : [x + Number(right), y + Number(down)];
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return { x: 0, y: 0, width: PICTURE.width, height: PICTURE.height };
  const [left, top] = [least(xs) - ROOM, least(ys) - ROOM];
  return { x: left, y: top, width: most(xs) + ROOM - left, height: most(ys) + ROOM - top };
}

/** Pixels. */
const ROOM = 4;
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

/** One closed line, in tenths of a pixel, each point from the one before. */
function toPath(ring: readonly (readonly number[])[]): string {
  let [x, y] = [0, 0];
  const steps = ring.slice(0, -1).map(([lon = 0, lat = 0], index) => {
    const at = onPicture({ lon, lat });
    const [right, down] = [Math.round(at.x * 10), Math.round(at.y * 10)];
    const step = `${index === 0 ? "M" : "l"}${tenth(right - x)} ${tenth(down - y)}`;
    [x, y] = [right, down];
    return step;
  });
  return `${steps.join("")}z`;
}

const tenth = (value: number) => String(value / 10);
