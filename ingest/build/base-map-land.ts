import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import { merge, quantize } from "topojson-client";
import { topology } from "topojson-server";
import type { BoundingBox } from "@/domain/areas/area";
import { clipRing } from "@/domain/areas/geometry-clip";
import { itemAt } from "@/domain/lists/item-at";
import type { NeighbouringLand } from "@/ingest/world-atlas";
import { closeInlets } from "./close-inlets";
import type { LightTopology } from "./light-outlines";

/** The British Isles with some room: the map's limits. Degrees. */
export const MAP_BOX: BoundingBox = [-16, 47.5, 8, 63];
/** Half the width of the seam over the Irish border, degrees: about a kilometre. */
const SEAM = 0.012;

/** Whole numbers of about eleven metres, as the outlines have. */
const STEPS = 10_000;

/**
 * The UK's land: the constituencies of the light outlines melted together, so that the coast of the base map and the
 * outline drawn over it are the same line, but for the mouths of rivers that are too narrow to be drawn (closeInlets).
 */
export function unitedKingdomLand(light: LightTopology): object {
  const merged = merge(light as never, light.objects.areas.geometries as never) as MultiPolygon;
  const rounded = (degrees: number) => Math.round(degrees * STEPS) / STEPS;
  const coordinates = merged.coordinates.map((polygon) =>
    polygon.map((ring) =>
      closeInlets(ring as [number, number][]).map(([lon, lat]) => [rounded(lon), rounded(lat)]),
    ),
  );
  const land: MultiPolygon = { type: "MultiPolygon", coordinates };
  return quantize(topology({ land }) as never, { scale: [1 / STEPS, 1 / STEPS], translate: [-9, 49] });
}

/**
 * Land outside the UK within the map's limits as GeoJSON, with a strip over the Irish border: Natural
 * Earth's line is up to a few hundred metres off, and without the strip the difference would show as water.
 */
export function otherLand({ countries, irishBorder }: NeighbouringLand): FeatureCollection<MultiPolygon> {
  const land = countries
    .flatMap(({ rings }) => rings)
    .map((ring) => clipRing(ring, MAP_BOX))
    .filter((ring) => ring !== null)
    .map((ring) => [pairs(ring)]);
  return {
    type: "FeatureCollection",
    features: [landFeature(land), landFeature(irishBorder.flatMap(seam))],
  };
}

function landFeature(coordinates: number[][][][]): Feature<MultiPolygon> {
  return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates } };
}

/** A lozenge over every stretch of a line, each overlapping the next by its pointed ends. */
function seam(line: number[]): number[][][][] {
  return pairs(line).flatMap(([x1 = 0, y1 = 0], index, points) => {
    const [x2 = 0, y2 = 0] = points[index + 1] ?? [];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (index === points.length - 1 || length === 0) return [];
    const [dx, dy] = [((x2 - x1) / length) * SEAM, ((y2 - y1) / length) * SEAM];
    const corners = [
      x1 - dx,
      y1 - dy,
      x1 + dy,
      y1 - dx,
      x2 + dy,
      y2 - dx,
      x2 + dx,
      y2 + dy,
      x2 - dy,
      y2 + dx,
    ];
    return [[pairs([...corners, x1 - dy, y1 + dx, x1 - dx, y1 - dy])]];
  });
}

/** [[lon, lat], …] to three decimals, about 100 m: Natural Earth is no more exact than that. */
export function pairs(flat: ArrayLike<number>): number[][] {
  const round = (degrees: number) => Math.round(degrees * 1000) / 1000;
  const points: number[][] = [];
  for (let i = 0; i < flat.length; i += 2) {
    points.push([round(itemAt(flat, i)), round(itemAt(flat, i + 1))]);
  }
  return points;
}
