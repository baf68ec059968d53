import type { AreaKind } from "@/domain/areas/area";
import { fetchJson, toFeatures } from "./geo-data";
import type { AreaOutline } from "./outline-mask";

export type OutlineOf = { kind: AreaKind; code: string };

/**
 * The light outline of one area, out of its kind's topology in `public/map/outlines`.
 * @returns null when the file has no such area.
 * @throws when the file cannot be fetched.
 */
export async function fetchOutline({ kind, code }: OutlineOf): Promise<AreaOutline | null> {
  const { features } = toFeatures(await fetchJson(`/map/outlines/${kind}.json`));
  return features.filter(isArea).find((area) => area.properties?.code === code) ?? null;
}

function isArea(feature: { geometry: { type: string } | null }): feature is AreaOutline {
  return feature.geometry?.type === "Polygon" || feature.geometry?.type === "MultiPolygon";
}
