import type { FeatureCollection, MultiPolygon } from "geojson";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Polygon } from "@/domain/areas/geometry";
import { itemAt } from "@/domain/lists/item-at";

/** One area's outline: its code and its polygons in degrees. */
export type Outline = { code: string; polygons: Polygon[] };
export type OutlineTopology = Topology<{ areas: GeometryCollection<{ code: string }> }>;

/** Steps per degree: 0.00001° is about a metre, the precision the publishers give. */
const STEPS = 100_000;

/**
 * Outlines as one standard TopoJSON topology at the publisher's full precision, so that a border shared by two areas
 * is stored once and the two can neither overlap nor leave a gap.
 */
export function encodeOutlines(outlines: readonly Outline[]): OutlineTopology {
  const features = outlines.map(({ code, polygons }) => ({
    type: "Feature" as const,
    properties: { code },
    geometry: { type: "MultiPolygon" as const, coordinates: polygons.map((rings) => rings.map(toSteps)) },
  }));
  const collection: FeatureCollection = { type: "FeatureCollection", features };
  const shared = topology({ areas: collection }) as unknown as OutlineTopology;
  return {
    type: "Topology",
    transform: { scale: [1 / STEPS, 1 / STEPS], translate: [0, 0] },
    objects: shared.objects,
    arcs: shared.arcs.map(toDeltas),
  };
}

/** The inverse of encodeOutlines. */
export function decodeOutlines(file: OutlineTopology): Outline[] {
  return feature(file, file.objects.areas).features.map(({ properties, geometry }) => ({
    code: properties.code,
    polygons: (geometry as MultiPolygon).coordinates.map((rings) =>
      rings.map((points) => Float64Array.from(points.flat())),
    ),
  }));
}

function toSteps(ring: ArrayLike<number>): number[][] {
  const points: number[][] = [];
  for (let i = 0; i < ring.length; i += 2) {
    points.push([Math.round(itemAt(ring, i) * STEPS), Math.round(itemAt(ring, i + 1) * STEPS)]);
  }
  return points;
}

function toDeltas(arc: number[][]): number[][] {
  let [x, y] = [0, 0];
  return arc.map(([px = 0, py = 0]) => {
    const delta = [px - x, py - y];
    [x, y] = [px, py];
    return delta;
  });
}
