import type { AreaKind } from "@/domain/areas/area";
import { COUNTING } from "@/domain/figures/counting-path";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";

const PINS = "/api/v1/map/services.geojson";

/**
 * The address of the map's pins: those of an area or of the whole country, under a definition. What is usual is left
 * out, so that each payload has one address in every cache.
 */
export function pinsPath(definition: Definition, area?: { kind: AreaKind; slug: string }): string {
  const query = [
    area ? `area=${area.kind}/${area.slug}` : "",
    definition === DEFAULT_DEFINITION ? "" : `${COUNTING}=${definition}`,
  ].filter(Boolean);
  return query.length > 0 ? `${PINS}?${query.join("&")}` : PINS;
}
