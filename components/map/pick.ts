import { layerIds, mapSources } from "./layers";
import type { Hit, MapHandle, Pixel } from "./map-handle";

export type Picked =
  | { kind: "spot"; id: string }
  | { kind: "cluster"; zoom: number; center: [number, number] };

/** Layers a reader can choose something from. */
const choosable = [layerIds.cluster, layerIds.spot];

/** Whether there is something to choose within `radius` pixels. */
export function isOverMark(map: MapHandle, at: Pixel, radius: number): boolean {
  return map.hits(at, radius, choosable).length > 0;
}

/** The mark nearest to a pixel, or null when none is within `radius` pixels. */
export async function pickNearest(map: MapHandle, at: Pixel, radius: number): Promise<Picked | null> {
  const nearest = byDistance(map, at, map.hits(at, radius, choosable))[0];
  if (!nearest) return null;
  const { spot, cluster_id: clusterId } = nearest.properties;
  if (typeof spot === "string") return { kind: "spot", id: spot };
  if (typeof clusterId !== "number") return null;
  const zoom = await map.clusterZoom(mapSources.spots, clusterId);
  return { kind: "cluster", zoom, center: nearest.lonLat };
}

function byDistance(map: MapHandle, at: Pixel, hits: Hit[]): Hit[] {
  const distance = (hit: Hit) => {
    const { x, y } = map.project(hit.lonLat);
    return Math.hypot(x - at.x, y - at.y);
  };
  return hits.toSorted((a, b) => distance(a) - distance(b));
}
