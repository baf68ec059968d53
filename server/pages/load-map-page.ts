import type { Db } from "@/db/client";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import type { MapAddress, MapSort } from "@/domain/map/map-address";
import { hasWords } from "@/domain/map/map-filter";
import type { MapRow } from "@/domain/map/map-row";
import { type ChoiceCounts, maskPins } from "@/domain/map/mask-pins";
import { metresBetween } from "@/domain/places/distance";
import { countsAs, type Definition } from "@/domain/providers/legal-form";
import { isRunning } from "@/domain/services/running";
import { allServices } from "@/server/pages/all-services";
import { type MapData, mapData } from "@/server/pages/map-data";

/** Rows of a page: what is read without getting lost. */
export const MAP_ROWS_A_PAGE = 25;

/** Who and where, by the word that stands for it in an address. */
export type MapNames = Record<"provider" | "pays" | "area", ReadonlyMap<string, string>>;

export type MapPage = {
  rows: readonly MapRow[];
  /** How many services the filters leave, and on which page of how many the rows are. */
  shown: number;
  page: number;
  pages: number;
  counts: ChoiceCounts;
  names: MapNames;
  /** Services that the definition counts: with a pin, and without one (shown by area only, or without a place). */
  pins: number;
  withoutPin: number;
  /** The same services by their state: the first are those that the front page counts. */
  states: Record<"running" | "planned" | "notCounted" | "ended", number>;
  /** What it leaves out: services of other kinds, and those whose organisation nobody knows the kind of. */
  leftOut: number;
  unknown: UnknownBeside;
};

/** The list of the map: the same rows as the pins, filtered, sorted and by the page. @param own a test's connection */
export async function loadMapPage(address: MapAddress, definition: Definition, own?: Db): Promise<MapPage> {
  return mapPageOf(await mapData(own), await allServices(own), address, definition);
}

/** @param services all that the public may see, those without a pin among them */
export function mapPageOf(
  data: MapData,
  services: readonly ServiceRow[],
  address: MapAddress,
  definition: Definition,
): MapPage {
  const { q } = address;
  const texts = q === null ? null : Uint8Array.from(data.texts(), (text) => Number(hasWords(text, q)));
  const { mask, shown, counts } = maskPins(data.table, definition, address, texts);
  const pages = Math.max(1, Math.ceil(shown / MAP_ROWS_A_PAGE));
  const page = Math.min(address.page, pages);
  const sorted = data.rows.filter((_, row) => mask[row] === 1).sort(orderOf(address));
  const counted = services.filter(({ kind }) => countsAs(kind, definition));
  const pins = data.rows.filter(({ kind }) =>
    countsAs(kind === "not-known" ? null : kind, definition),
  ).length;
  return {
    shown,
    page,
    pages,
    counts,
    names: namesOf(data.rows),
    rows: sorted.slice((page - 1) * MAP_ROWS_A_PAGE, page * MAP_ROWS_A_PAGE),
    pins,
    withoutPin: counted.length - pins,
    states: statesOf(counted),
    leftOut: services.filter(({ kind }) => kind !== null && !countsAs(kind, definition)).length,
    unknown: unknownBeside(services, definition),
  };
}

function statesOf(services: readonly ServiceRow[]): MapPage["states"] {
  const states = { running: 0, planned: 0, notCounted: 0, ended: 0 };
  for (const service of services) {
    if (isRunning(service)) states.running++;
    else if (service.status === "operating") states.notCounted++;
    else states[service.status]++;
  }
  return states;
}

function orderOf({ sort, at }: MapAddress): (a: MapRow, b: MapRow) => number {
  const byName = (a: MapRow, b: MapRow) => compare(a.name, b.name) || compare(a.slug, b.slug);
  const by = (key: (row: MapRow) => string) => (a: MapRow, b: MapRow) =>
    Number(key(a) === "") - Number(key(b) === "") || compare(key(a), key(b)) || byName(a, b);
  const orders: Record<MapSort, (a: MapRow, b: MapRow) => number> = {
    near: at ? (a, b) => metresBetween(a, at) - metresBetween(b, at) || byName(a, b) : by(placeOf),
    name: byName,
    place: by(placeOf),
    provider: by((row) => row.provider?.name ?? ""),
    confirmed: (a, b) => compare(b.lastConfirmedOn ?? "", a.lastConfirmedOn ?? "") || byName(a, b),
  };
  return orders[sort];
}

const placeOf = ({ place }: MapRow) => `${place.town} ${place.name}`.trim();
const collator = new Intl.Collator("en-GB");
const compare = collator.compare;

/** By the rows they are read from: once for each publication. */
const keptNames = new WeakMap<readonly MapRow[], MapNames>();

function namesOf(rows: readonly MapRow[]): MapNames {
  const before = keptNames.get(rows);
  if (before) return before;
  const named = new Map<string, string>();
  const [pays, area] = [new Map<string, string>(), new Map<string, string>()];
  for (const { provider, groups, payer, areas } of rows) {
    for (const runner of provider ? [provider, ...groups] : []) named.set(runner.slug, runner.name);
    if (payer) pays.set(payer.slug, payer.name);
    for (const { kind, slug, name } of areas) area.set(`${kind}/${slug}`, name);
  }
  const names = { provider: named, pays, area };
  keptNames.set(rows, names);
  return names;
}
