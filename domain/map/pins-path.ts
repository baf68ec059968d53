import type { AreaKind } from "@/domain/areas/area";
import { COUNTING } from "@/domain/figures/counting-path";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

const PINS = "/api/v1/map/services.geojson";

/** Whose pins: an area's, perhaps with what its page lists around it, or those of an organisation (by slug) and its group. */
export type PinsOf = { kind: AreaKind; slug: string; around?: boolean } | { provider: string };

/**
 * The address of the map's pins: some, or those of the whole country, under a definition. What is usual is left
 * out, so that each payload has one address in every cache.
 */
export function pinsPath(definition: Definition, of?: PinsOf): string {
  const query = [
    of ? ("provider" in of ? `provider=${of.provider}` : `area=${of.kind}/${of.slug}`) : "",
    of && "around" in of && of.around ? "around=yes" : "",
    definition === DEFAULT_DEFINITION ? "" : `${COUNTING}=${definition}`,
  ].filter(Boolean);
  return query.length > 0 ? `${PINS}?${query.join("&")}` : PINS;
}
