import { edgeAt } from "@/domain/areas/edge-at";
import { itemAt } from "@/domain/lists/item-at";
import { boundingBox, doubleArea, metresToSegment, type Polygon, polygonContains } from "./geometry";

const SCAN_LINES = 41;

/**
 * A point well inside the largest part of an area, as [lon, lat] in degrees: of the middles of the widest stretch on
 * each of 41 lines of latitude, the one farthest from any edge. A centroid can fall in the sea; this cannot.
 */
export function pointInside(polygons: readonly Polygon[]): [number, number] {
  const largest = largestPolygon(polygons);
  const [, south, , north] = boundingBox([largest]);
  let best: [number, number] | null = null;
  let bestDistance = -1;
  for (let line = 1; line < SCAN_LINES; line++) {
    const lat = south + ((north - south) * line) / SCAN_LINES;
    const lon = middleOfWidestStretch(largest, lat);
    if (lon === null || !polygonContains(largest, lon, lat)) continue;
    const distance = metresToEdge(largest, lon, lat);
    if (distance > bestDistance) {
      best = [lon, lat];
      bestDistance = distance;
    }
  }
  if (best === null) throw new Error("An outline without an inside");
  return best;
}

function largestPolygon(polygons: readonly Polygon[]): Polygon {
  const size = (polygon: Polygon) => Math.abs(doubleArea(polygon[0] ?? []));
  return polygons.reduce((largest, polygon) => (size(polygon) > size(largest) ? polygon : largest));
}

function middleOfWidestStretch(polygon: Polygon, lat: number): number | null {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let i = 0; i < ring.length - 2; i += 2) {
      const [x1, y1, x2, y2] = edgeAt(ring, i);
      if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  crossings.sort((a, b) => a - b);
  let widest = 0;
  let middle: number | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [itemAt(crossings, i), itemAt(crossings, i + 1)];
    if (to - from > widest) {
      widest = to - from;
      middle = (from + to) / 2;
    }
  }
  return middle;
}

function metresToEdge(polygon: Polygon, lon: number, lat: number): number {
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let i = 0; i < ring.length - 2; i += 2) {
      const [x1, y1, x2, y2] = edgeAt(ring, i);
      nearest = Math.min(nearest, metresToSegment(lon, lat, x1, y1, x2, y2));
    }
  }
  return nearest;
}
