import type { AreaKind } from "@/domain/areas/area";
import { wholeOutlinePath } from "@/domain/map/line-square";
import { fetchJson, toFeatures } from "./geo-data";
import type { AreaOutline } from "./outline-mask";

export type OutlineOf = { kind: AreaKind; code: string };

/** Kinds of whose areas the whole outline is lighter than the thinned ones of all of the kind together. */
const BY_ITSELF: readonly AreaKind[] = ["constituency", "council", "icb", "hsc-trust"];

/**
 * The outline of one area: by itself, as finely as it ships, or else out of its kind's topology in `public/map/outlines`.
 * @param linesHash of the fine lines, if there are any
 * @returns null when there is no such area.
 * @throws when it cannot be fetched.
 */
export async function fetchOutline(
  { kind, code }: OutlineOf,
  linesHash: string | undefined,
): Promise<AreaOutline | null> {
  const all = () => areasIn(`/map/outlines/${kind}.json`);
  const isAlone = linesHash !== undefined && BY_ITSELF.includes(kind);
  const areas = isAlone ? await areasIn(wholeOutlinePath(linesHash, code)).catch(all) : await all();
  return areas.find((area) => area.properties?.code === code) ?? null;
}

async function areasIn(path: string): Promise<AreaOutline[]> {
  return toFeatures(await fetchJson(path)).features.filter(isArea);
}

function isArea(feature: { geometry: { type: string } | null }): feature is AreaOutline {
  return feature.geometry?.type === "Polygon" || feature.geometry?.type === "MultiPolygon";
}
