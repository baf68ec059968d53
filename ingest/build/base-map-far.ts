import type { FeatureCollection, Geometry, MultiLineString, MultiPolygon } from "geojson";
import { feature, mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import type { GeometryObject, Topology } from "topojson-specification";
import type { NeighbouringLand } from "@/ingest/world-atlas";
import { otherLand } from "./base-map-land";
import type { LightTopology } from "./light-outlines";

/** About 500 m: from where the whole country is seen, a pixel is a kilometre and more. */
const STEP = 0.005;
/** Half of the triangle that a point may stand out by and still be left out, in square degrees: some 700 m by 700 m. */
const SMALLEST_BEND = 0.00004;
/** What is less than some two square kilometres is no pixel. */
const SMALLEST_ISLE = 0.0003;
/** The borders between nations as the outlines have them. */
const FINE_STEP = 0.0001;

/**
 * What the whole country is drawn from: land, what lies around it and the borders of nations, a fifth of the bytes of the files that
 * are fetched when somebody looks closer. Every map begins with it.
 */
export function farGround(
  land: object,
  neighbours: NeighbouringLand,
  nations: LightTopology,
): Topology<{ land: GeometryObject; neighbours: GeometryObject; nations: GeometryObject }> {
  const coast = feature(land as Topology, "land") as unknown as { geometry: MultiPolygon };
  const [around] = otherLand({ ...neighbours, irishBorder: [] }).features;
  const shapes = thinned({
    land: coast.geometry,
    neighbours: around?.geometry as MultiPolygon,
    nations: nationBorders(nations),
    border: { type: "MultiLineString", coordinates: neighbours.irishBorder.map(points) },
  });
  // Over the Irish border both coasts are thinned by themselves: the strip hides what is left open.
  const seam = otherLand({ countries: [], irishBorder: lines(shapes, "border").map((line) => line.flat()) });
  const rest = { land: shapesOf(shapes, "land"), nations: shapesOf(shapes, "nations") };
  const thin = shapesOf(shapes, "neighbours");
  const together: FeatureCollection = {
    type: "FeatureCollection",
    features: [...thin.features, ...seam.features],
  };
  return quantize(topology({ ...rest, neighbours: together }) as never, {
    scale: [STEP, STEP],
    translate: [-16, 47],
  }) as never;
}

/** The lines between nations without their coasts, as fine as the outlines have them. */
export function fineBorders(nations: LightTopology): object {
  return quantize(topology({ borders: nationBorders(nations) }) as never, {
    scale: [FINE_STEP, FINE_STEP],
    translate: [-9, 49],
  });
}

function nationBorders(nations: LightTopology): MultiLineString {
  return mesh(nations as never, nations.objects.areas as never, (a, b) => a !== b);
}

type Shapes = Record<"land" | "neighbours" | "nations" | "border", MultiPolygon | MultiLineString>;

function thinned(shapes: Shapes): Topology<Record<keyof Shapes, GeometryObject>> {
  const collected = Object.fromEntries(
    Object.entries(shapes).map(([name, geometry]) => [
      name,
      {
        type: "FeatureCollection" as const,
        features: [{ type: "Feature" as const, properties: {}, geometry }],
      },
    ]),
  );
  const weighted = presimplify(topology(collected) as never);
  const simple = simplify(weighted, SMALLEST_BEND);
  return filter(simple, filterWeight(simple, SMALLEST_ISLE)) as never;
}

/** An object of a topology as features: the library takes its name, and its types do not say so. */
function shapesOf<G extends Geometry>(shapes: Topology, name: string): FeatureCollection<G> {
  return feature(shapes, name) as unknown as FeatureCollection<G>;
}

function lines(shapes: Topology, name: string): number[][][] {
  return shapesOf<MultiLineString>(shapes, name).features.flatMap(({ geometry }) => geometry.coordinates);
}

function points(flat: readonly number[]): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2] ?? 0,
    flat[index * 2 + 1] ?? 0,
  ]);
}
