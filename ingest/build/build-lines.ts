import type { GeoJSON, MultiLineString, Position } from "geojson";
import { merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import type { Arc, GeometryObject, MultiPolygon, Polygon, Topology } from "topojson-specification";
import type { OutlineTopology } from "@/db/reference/outline-file";
import { keysOf } from "@/domain/lists/keys-of";
import { type GroundTile, groundBox } from "@/domain/map/ground-tile";
import { LINE_STEPS, type SquareLayer } from "@/domain/map/line-square";
import { nationOfCode } from "./build-areas";
import { cutLine, cutShape, type Edges } from "./cut-squares";

/** The full outlines that squares are made of. */
export type LineSources = Record<"constituency" | "council" | "health-body", OutlineTopology>;

type Line = Exclude<SquareLayer, "land">;
type Parts = { lines: Map<Line, Position[][]>; land: Position[][][] };

/**
 * The lines of every square in which there is one, by `x-y`, as TopoJSON with an object for each layer (SquareLayer) that has any. A line that two areas share is there once, whatever the kinds; where it
 * leaves a square the next has it from the very same point on.
 * @param edges degrees of the squares' sides; those of the ground unless a test has its own
 */
export function buildLines(sources: LineSources, edges: Edges): Map<string, Topology> {
  const { constituency } = sources;
  const squares = new Map<string, Parts>();
  const partsOf = ({ x, y }: GroundTile): Parts => {
    const parts = squares.get(`${x}-${y}`) ?? { lines: new Map<Line, Position[][]>(), land: [] };
    squares.set(`${x}-${y}`, parts);
    return parts;
  };
  const lines: Record<Line, MultiLineString> = {
    coast: meshOf(constituency, (a, b) => a === b),
    nation: meshOf(constituency, (a, b) => nationOfCode(a) !== nationOfCode(b)),
    constituency: meshOf(constituency, (a, b) => a !== b),
    council: meshOf(sources.council, (a, b) => a !== b),
    health: meshOf(sources["health-body"], (a, b) => a !== b),
  };
  for (const layer of keysOf(lines)) {
    for (const line of lines[layer].coordinates) {
      for (const { square, part } of cutLine(inSteps(line), edges)) {
        const { lines: found } = partsOf(square);
        found.set(layer, [...(found.get(layer) ?? []), part]);
      }
    }
  }
  for (const rings of merge(constituency, constituency.objects.areas.geometries.filter(isShape)).coordinates)
    for (const { square, shape } of cutShape(rings.map(inSteps), edges)) partsOf(square).land.push(shape);
  return new Map([...squares].map(([key, parts]) => [key, asTopology(parts, key)]));
}

function meshOf(file: OutlineTopology, isWanted: (code: string, other: string) => boolean): MultiLineString {
  return mesh(file, file.objects.areas, (a, b) => isWanted(codeOf(a), codeOf(b)));
}

type Area = GeometryObject<{ code: string }>;

function isShape(geometry: Area): geometry is Extract<Area, Polygon | MultiPolygon> {
  return geometry.type === "Polygon" || geometry.type === "MultiPolygon";
}

function codeOf({ properties }: GeometryObject<object>): string {
  return properties && "code" in properties ? String(properties.code) : "";
}

/** On the grid of the squares; points that fall together are one. */
function inSteps(line: readonly Position[]): Position[] {
  const points: Position[] = [];
  for (const [lon = 0, lat = 0] of line) {
    const [x, y] = [Math.round(lon * LINE_STEPS), Math.round(lat * LINE_STEPS)];
    const last = points.at(-1);
    if (last?.[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}

function asTopology({ lines, land }: Parts, key: string): Topology {
  const [x = 0, y = 0] = key.split("-").map(Number);
  const [west, south] = groundBox({ x, y });
  const corner = [Math.round(west * LINE_STEPS), Math.round(south * LINE_STEPS)] as const;
  const layers: Partial<Record<SquareLayer, GeoJSON>> = {};
  if (land.length > 0) layers.land = { type: "MultiPolygon", coordinates: land };
  for (const [layer, coordinates] of lines) layers[layer] = { type: "MultiLineString", coordinates };
  const { objects, arcs } = topology(layers);
  return {
    type: "Topology",
    transform: {
      scale: [1 / LINE_STEPS, 1 / LINE_STEPS],
      translate: [corner[0] / LINE_STEPS, corner[1] / LINE_STEPS],
    },
    objects,
    arcs: arcs.map((arc) => fromCorner(arc, corner)),
  };
}

/** Each point as the way from the one before, the first from the square's corner: as TopoJSON has it. */
function fromCorner(arc: Arc, corner: readonly [number, number]): Arc {
  let [x, y] = corner;
  return arc.map(([toX = 0, toY = 0]) => {
    const way = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return way;
  });
}
