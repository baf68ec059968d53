import { feature, quantize } from "topojson-client";
import { filter, planarRingArea, presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { encodeOutlines, type Outline } from "@/db/reference/outline-file";

/** What the map reads: one object `areas`, each with its code, slug and names; degrees on a grid of GRID. */
export type LightProperties = { code: string; slug: string; nameEn: string; nameCy: string | null };
export type LightTopology = Topology<{ areas: GeometryCollection<LightProperties> }>;

/** 0.0001°, about 10 m. */
const GRID = 0.0001;

/**
 * Outlines thinned for drawing: the most telling points are kept, borders still shared, and islands too small to see
 * left out unless they are all an area has. Not for assigning points: simplified lines misplace about 1 in 200.
 * @param keep share of points kept, 0 to 1
 * @param smallest the smallest island drawn, in square degrees (0.0001 is about 0.7 km²)
 */
export function lightOutlines(
  outlines: readonly Outline[],
  named: ReadonlyMap<string, LightProperties>,
  { keep, smallest }: { keep: number; smallest: number },
): LightTopology {
  const weighted = presimplify(encodeOutlines(outlines));
  const simple = simplify(weighted, quantile(weighted, keep));
  const largest = new Set(simple.objects.areas.geometries.map((geometry) => largestRing(simple, geometry)));
  const filtered = filter(simple, (ring, interior) => {
    const arcs = ring as unknown as number[];
    if (!interior && largest.has(arcs.join())) return true;
    return Math.abs(ringArea(simple, arcs)) >= smallest;
  }) as Topology<{ areas: GeometryCollection<{ code: string }> }>;
  const light = quantize(filtered, { scale: [GRID, GRID], translate: [-9, 49] }) as unknown as LightTopology;
  for (const geometry of light.objects.areas.geometries) {
    const { code } = geometry.properties as { code: string };
    const properties = named.get(code);
    if (properties === undefined) throw new Error(`No area record for outline ${code}`);
    geometry.properties = properties;
  }
  return light;
}

/** The outlines of some of the areas, with only the arcs they use. */
export function selectOutlines(light: LightTopology, codes: ReadonlySet<string>): LightTopology {
  const geometries = light.objects.areas.geometries.filter(({ properties }) =>
    codes.has((properties as LightProperties).code),
  );
  return filter(
    {
      ...light,
      objects: { areas: { type: "GeometryCollection", geometries } },
    },
    () => true,
  ) as LightTopology;
}

type AnyGeometry = OutlineGeometry["geometries"][number];
type OutlineGeometry = GeometryCollection<{ code: string }>;

function largestRing(topology: Topology, geometry: AnyGeometry): string {
  const outers =
    geometry.type === "MultiPolygon"
      ? geometry.arcs.map(([outer]) => outer ?? [])
      : [(geometry as { arcs: number[][] }).arcs[0] ?? []];
  let best: number[] = [];
  let bestArea = -1;
  for (const outer of outers) {
    const area = Math.abs(ringArea(topology, outer));
    if (area > bestArea) [best, bestArea] = [outer, area];
  }
  return best.join();
}

function ringArea(topology: Topology, arcs: number[]): number {
  const shape = feature(topology, { type: "Polygon", arcs: [arcs] });
  const ring = shape.geometry.type === "Polygon" ? shape.geometry.coordinates[0] : undefined;
  return planarRingArea((ring ?? []) as [number, number][]);
}
