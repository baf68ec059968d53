import { AREA_KINDS, type AreaKind, HEALTH_BODY_KINDS } from "@/domain/areas/area";
import { isOneOf } from "@/domain/lists/is-one-of";
import { keysOf } from "@/domain/lists/keys-of";
import { COUNTED_KINDS, type CountedKind } from "@/domain/providers/legal-form";
import { SERVICE_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { PIN_STATUSES, type PinStatus } from "./pin";

/** Where the reader looks. Degrees WGS84; zoom as web maps count it (0 is the world). */
export type MapPosition = { zoom: number; lat: number; lon: number };
export type MapArea = { kind: AreaKind; slug: string };
/** Whose lines the map can draw. "health" is the body that plans care, whatever it is called in a nation. */
export const OUTLINES = ["constituency", "council", "health"] as const;
export type MapOutlines = (typeof OUTLINES)[number];
const SORTS = ["near", "name", "place", "provider", "confirmed"] as const;
export type MapSort = (typeof SORTS)[number];

/**
 * Everything that an address of the map can say. What is absent is null or empty, and is not written, so that each view
 * has one address.
 */
export type MapAddress = {
  at: MapPosition | null;
  /** Slug of the service whose card is open. */
  service: string | null;
  care: readonly ServiceCategory[];
  /** Slug of an organisation, with those of its group. */
  provider: string | null;
  type: readonly CountedKind[];
  /** Slug of who pays. */
  pays: string | null;
  area: MapArea | null;
  /** What was typed as the name of an area and has not been understood yet: it leaves the list as it is. */
  where: string | null;
  status: readonly PinStatus[];
  /** Month from which a source must have confirmed it, such as "2025-04". */
  since: string | null;
  exact: "yes" | "no" | null;
  /** Words within names of services, places, towns and organisations. */
  q: string | null;
  sort: MapSort;
  page: number;
  /** What a phone shows. */
  view: "map" | "list";
  outlines: MapOutlines | null;
};
export type MapKey = keyof MapAddress;

/** How one key stands in an address: `parse` gives what is usual for anything it cannot read, `write` null for what is usual. */
type KeyOf<Value> = { parse: (text: string | null) => Value; write: (value: Value) => string | null };

const LONGEST_TEXT = 100;
const MOST_PAGES = 10_000;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const NUMBER = String.raw`-?\d{1,3}(?:\.\d{1,7})?`;
const POSITION = new RegExp(`^(${NUMBER})/(${NUMBER})/(${NUMBER})$`);

const optional = <Value>(
  read: (text: string) => Value | null,
  write: (value: Value) => string,
): KeyOf<Value | null> => ({
  parse: (text) => (text === null ? null : read(text)),
  write: (value) => (value === null ? null : write(value)),
});
const slug = optional((text) => (text.length <= 200 && SLUG.test(text) ? text : null), String);
/** Without halves of letters: neither such as were sent nor such as cutting makes can be written into an address. */
const cutText = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, "")
    .trim()
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Surrogate}/gu, "")
    .trim();
const oneOf = <Word extends string>(words: readonly Word[]) =>
  optional((text) => words.find((word) => word === text) ?? null, String);
/** Several words of a list, in its order whatever the order in the address. */
const someOf = <Word extends string>(words: readonly Word[]): KeyOf<readonly Word[]> => ({
  parse: (text) => {
    const asked = new Set(text?.split(",").map((word) => word.trim()));
    return words.filter((word) => asked.has(word));
  },
  write: (chosen) => (chosen.length === 0 ? null : words.filter((word) => chosen.includes(word)).join(",")),
});
const usually = <Word extends string>(words: readonly Word[], usual: Word): KeyOf<Word> => ({
  parse: (text) => words.find((word) => word === text) ?? usual,
  write: (value) => (value === usual ? null : value),
});

const typedText: KeyOf<string | null> = {
  parse: (text) => (text === null ? null : cutText(text) || null),
  write: (typed) => (typed === null ? null : cutText(typed) || null),
};

/** Each key of the address, in the order in which they are written. */
const MAP_KEYS: { [Key in MapKey]: KeyOf<MapAddress[Key]> } = {
  q: typedText,
  care: someOf(SERVICE_CATEGORIES),
  provider: slug,
  type: someOf(COUNTED_KINDS),
  pays: slug,
  area: optional(readMapArea, ({ kind, slug }) => `${kind}/${slug}`),
  where: typedText,
  status: someOf(PIN_STATUSES),
  since: optional((text) => (/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : null), String),
  exact: oneOf(["yes", "no"] as const),
  sort: usually(SORTS, "near"),
  page: {
    parse: (text) => (text !== null && /^[1-9]\d{0,4}$/.test(text) ? Math.min(Number(text), MOST_PAGES) : 1),
    write: (page) => (page === 1 ? null : String(page)),
  },
  view: usually(["map", "list"] as const, "map"),
  outlines: optional(readOutlines, String),
  at: optional(readPosition, writePosition),
  service: slug,
};
const KEYS = keysOf(MAP_KEYS);

/** The filters whose choices are counted: all but the text that is searched for. */
export const COUNTED_FILTERS = [
  "care",
  "provider",
  "type",
  "pays",
  "area",
  "status",
  "since",
  "exact",
] as const;
/** The keys that say which services are shown; a change of any leads back to the first page. */
export const FILTER_KEYS = ["q", ...COUNTED_FILTERS] as const;
/** Those whose value is the name of somebody or of a place in addresses. */
export type NamedFilter = "provider" | "pays" | "area";
/** Those that can have several values at once. */
const LIST_KEYS = ["care", "type", "status"] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** What each key was called before, so that old links go on leading where they led. */
const OLD_NAMES: Readonly<Record<string, MapKey>> = { category: "care", kind: "type" };

/** Where the position stood until 2026. */
const OLD_POSITION = "#map=";

/**
 * Reads the query of an address, such as "?care=eye-care&at=11/54.9/-2.9". Whatever cannot be read counts as absent.
 * @param hash the fragment: until 2026 the position stood there (`#map=zoom/lat/lon`)
 */
export function readMapAddress(search: string, hash = ""): MapAddress {
  const query = new URLSearchParams(search);
  for (const [old, key] of Object.entries(OLD_NAMES)) {
    if (query.has(old) && !query.has(key)) query.set(key, query.getAll(old).join(","));
  }
  if (hash.startsWith(OLD_POSITION) && !query.has("at")) query.set("at", hash.slice(OLD_POSITION.length));
  const read = <Key extends MapKey>(key: Key) => MAP_KEYS[key].parse(textOf(query, key));
  return {
    q: read("q"),
    care: read("care"),
    provider: read("provider"),
    type: read("type"),
    pays: read("pays"),
    area: read("area"),
    where: read("where"),
    status: read("status"),
    since: read("since"),
    exact: read("exact"),
    sort: read("sort"),
    page: read("page"),
    view: read("view"),
    outlines: read("outlines"),
    at: read("at"),
    service: read("service"),
  };
}

/** The query of an address, "" or from "?" on, in one spelling for each view. */
export function writeMapAddress(address: Partial<MapAddress>): string {
  const parts = KEYS.flatMap((key) => {
    const text = writeKey(key, address);
    return text === null
      ? []
      : [`${key}=${encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%2F", "/")}`];
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/**
 * The address of a page that has a map of its own (the first page, an area, an organisation) once its reader looked elsewhere or
 * opened a card. What such a map shows is the page's: of the keys of the map only these two are written, in the same spelling, and
 * every other parameter and fragment is kept.
 * @returns path, query and fragment
 */
export function changePageAddress(
  { pathname, search, hash }: { pathname: string; search: string; hash: string },
  change: Partial<Pick<MapAddress, "at" | "service">>,
): string {
  const { at, service } = readMapAddress(search, hash);
  const others = new URLSearchParams(search);
  for (const key of ["at", "service"]) others.delete(key);
  const ours = writeMapAddress({ at, service, ...change }).slice(1);
  const query = [others.toString(), ours].filter(Boolean).join("&");
  return pathname + (query && `?${query}`) + (hash.startsWith(OLD_POSITION) ? "" : hash);
}

/**
 * Another view from this one. Whatever changes what is shown leads back to the first page of the list, and leaves a typed name that was
 * not understood behind.
 */
export function changeMapAddress(address: MapAddress, change: Partial<MapAddress>): MapAddress {
  const isOther = [...FILTER_KEYS, "sort" as const].some((key) => key in change);
  return { ...address, ...(isOther ? { page: 1, where: null } : {}), ...change };
}

function writeKey<Key extends MapKey>(key: Key, address: Partial<MapAddress>): string | null {
  const value = address[key];
  return value === undefined ? null : MAP_KEYS[key].write(value as MapAddress[Key]);
}

/** A form without scripts sends a list as the same name several times. Of what has one value, the last counts. */
function textOf(query: URLSearchParams, key: MapKey): string | null {
  const all = query.getAll(key).filter((text) => text !== "");
  if (all.length === 0) return null;
  return isOneOf(LIST_KEYS, key) ? all.join(",") : (all.at(-1) ?? null);
}

/** Until the map drew them, an address could name the kinds of health body one by one. */
function readOutlines(text: string): MapOutlines | null {
  if (HEALTH_BODY_KINDS.some((kind) => kind === text)) return "health";
  return OUTLINES.find((known) => known === text) ?? null;
}

/** "constituency/carlisle"; null for anything else. */
export function readMapArea(text: string): MapArea | null {
  const [kindText, areaSlug = "", ...more] = text.split("/");
  const kind = AREA_KINDS.find((known) => known === kindText);
  return kind && more.length === 0 && SLUG.test(areaSlug) && areaSlug.length <= 200
    ? { kind, slug: areaSlug }
    : null;
}

function readPosition(text: string): MapPosition | null {
  const [, zoom, lat, lon] = POSITION.exec(text) ?? [];
  const position = { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) };
  const inRange =
    position.zoom >= 0 &&
    position.zoom <= 22 &&
    Math.abs(position.lat) <= 85 &&
    Math.abs(position.lon) <= 180;
  return inRange ? position : null;
}

/** Four decimals are about ten metres: enough to come back to the same street, and a readable link. */
function writePosition({ zoom, lat, lon }: MapPosition): string {
  return [trim(zoom, 2), trim(lat, 4), trim(lon, 4)].join("/");
}

function trim(value: number, decimals: number): string {
  // Adding zero turns -0 into 0, which would otherwise be written "-0" and read back as another value.
  return String(Number(value.toFixed(decimals)) + 0);
}
