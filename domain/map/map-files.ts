import { COUNTING } from "@/domain/figures/counting-path";
import { DEFAULT_DEFINITION, type Definition } from "@/domain/providers/legal-form";
import type { MapArea } from "./map-address";
import type { PinStatus } from "./pin";

/** Where the map's files are, and what stands in them; docs/decisions/0034. */
export const MAP_DATA = "/api/v1/map/data";

/**
 * Says which files are in force: asked again whenever one of them answers 410. Where `hash` is another than that of the base, what was added
 * to the base stands under it (docs/decisions/0054).
 */
export type MapPointer = { hash: string; base: string };

/** What a card and a line of the list say of one pin; all words are the publisher's or a record's own, but `runBy`. */
export type PinDetails = {
  slug: string;
  name: string;
  category: string;
  /** Who runs it, in words; never empty. */
  runBy: string;
  status: PinStatus;
  mayHaveEnded: boolean;
  disputed: boolean;
  startedOn: string | null;
  publisher: string | null;
  /** Only where who runs it is our own conclusion from the source. */
  isWorkedOut?: true;
  lastConfirmedOn: string | null;
  place: string;
  town: string;
  approximate: boolean;
};

/** Rows of details in one file. Rows that are near on the map are near in the table, so that a list needs few. */
export const DETAIL_ROWS = 64;

export function mapFile(hash: string, part: "pins" | "facts" | "added" | `details-${number}`): string {
  return `${MAP_DATA}/${hash}/${part}`;
}

/** Where to ask which rows the page of an area lists beside its own. What is usual is left out: one address in every cache. */
export function mapAroundPath(hash: string, { kind, slug }: MapArea, definition: Definition): string {
  const counting = definition === DEFAULT_DEFINITION ? "" : `&${COUNTING}=${definition}`;
  return `${MAP_DATA}/${hash}/around?q=${kind}/${slug}${counting}`;
}

/** Where to ask which rows have words in their names. */
export function mapTextPath(hash: string, q: string): string {
  return `${MAP_DATA}/${hash}/text?q=${encodeURIComponent(q)}`;
}
