import { COUNTING } from "@/domain/figures/counting-path";
import { DEFAULT_DEFINITION, type Definition, readDefinition } from "@/domain/providers/legal-form";
import { type MapAddress, readMapAddress, writeMapAddress } from "./map-address";

/**
 * The query of a map in somebody else's page: that of the map, and what counts, which the one address of frames has no folder for.
 * @returns from "?" on, or "" for the whole map as it is usually counted.
 */
export function writeEmbedQuery(address: Partial<MapAddress>, definition: Definition): string {
  const query = writeMapAddress(address);
  if (definition === DEFAULT_DEFINITION) return query;
  return `${query === "" ? "?" : `${query}&`}${COUNTING}=${definition}`;
}

/** Reads what `writeEmbedQuery` writes; whatever cannot be read counts as usual. */
export function readEmbedQuery(search: string): { address: MapAddress; definition: Definition } {
  const written = new URLSearchParams(search).get(COUNTING);
  return {
    address: readMapAddress(search),
    definition: written === null ? DEFAULT_DEFINITION : readDefinition(written),
  };
}
