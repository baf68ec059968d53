import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import { mergeArcs } from "topojson-client";
import type { BoundingBox } from "@/domain/areas/area";
import { clipRing } from "@/domain/areas/geometry-clip";
import type { NeighbouringLand } from "@/ingest/world-atlas";
import type { LightTopology } from "./light-outlines";

/** The British Isles with some room: the map's limits. Degrees. */
export const MAP_BOX: BoundingBox = [-16, 47.5, 8, 63];
/** Half the width of the seam over the Irish border, degrees: about a kilometre. */
const SEAM = 0.012;

/**
 * The UK's land: the constituencies of the light outlines melted together, so that the coast of the base map and the
 * outline drawn over it are the same line.
 */
export function unitedKingdomLand(light: LightTopology): object {
  const merged = mergeArcs(light as never, light.objects.areas.geometries as never);
  const used = new Map<number, number>();
  const renumber = (arc: number): number => {
    const index = arc < 0 ? ~arc : arc;
    const fresh = used.get(index) ?? used.size;
    used.set(index, fresh);
    return arc < 0 ? ~fresh : fresh;
  };
  const arcs = merged.arcs.map((polygon) => polygon.map((ring) => ring.map(renumber)));
  return {
    type: "Topology",
    transform: light.transform,
    objects: { land: { type: "MultiPolygon", arcs } },
    arcs: [...used.keys()].map((index) => light.arcs[index]),
  };
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
    points.push([round(flat[i] as number), round(flat[i + 1] as number)]);
  }
  return points;
}
