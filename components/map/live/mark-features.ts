import type { Feature, FeatureCollection, Point } from "geojson";
import { PIN_STATUSES } from "@/domain/map/pin";
import type { PinCluster, ShownPins } from "@/domain/map/pin-clusters";

/** Marks as the layers read them (layers.ts); `from` and `to` lead back to the rows. */
export function markFeatures(shown: ShownPins, marks: readonly PinCluster[]): FeatureCollection<Point> {
  return { type: "FeatureCollection", features: marks.map((mark) => markFeature(shown, mark)) };
}

function markFeature(shown: ShownPins, { from, to, count, lon, lat, isSpot }: PinCluster): Feature<Point> {
  const geometry = { type: "Point" as const, coordinates: [lon, lat] };
  if (!isSpot)
    return { type: "Feature", geometry, properties: { from, to, point_count: count, services: count } };
  const rows = rowsOfMark(shown, { from, to });
  const { words, status, approximate } = shown.table;
  const present = new Set(rows.map((row) => words.status[status[row] ?? 0]));
  return {
    type: "Feature",
    geometry,
    properties: {
      from,
      to,
      count,
      // What is open outweighs what is planned, and that what has ended: no mark hides a running service.
      status: PIN_STATUSES.find((one) => present.has(one)) ?? "operating",
      approximate: rows.every((row) => approximate[row] === 1),
    },
  };
}

/** The rows of a mark that are shown. */
export function rowsOfMark({ mask }: ShownPins, { from, to }: Pick<PinCluster, "from" | "to">): number[] {
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (mask[row] === 1) rows.push(row);
  return rows;
}
