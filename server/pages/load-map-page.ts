import { type Db, getDb } from "@/db/client";
import { findArea, findEndedArea } from "@/db/queries/areas";
import { findCommissionerName } from "@/db/queries/commissioners";
import { findProvider } from "@/db/queries/providers";
import { findNewSlug } from "@/db/queries/redirects";
import type { ServiceRow } from "@/domain/figures/service-row";
import { type UnknownBeside, unknownBeside } from "@/domain/figures/unknown-beside";
import type { MapAddress, MapArea, MapSort, NamedFilter } from "@/domain/map/map-address";
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
export type MapNames = Record<NamedFilter, ReadonlyMap<string, string>>;

export type MapPage = {
  rows: readonly MapRow[];
  /** How many services the filters leave, and on which page of how many the rows are. */
  shown: number;
  page: number;
  pages: number;
  counts: ChoiceCounts;
  names: MapNames;
  /** Filters on somebody or somewhere that we do not know. */
  notKnown: readonly NamedFilter[];
  /** Slug of the provider that took over from the one that is asked for, which was merged into it. */
  newProvider: string | null;
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
  const page = mapPageOf(await mapData(own), await allServices(own), address, definition);
  const db = own ?? getDb();
  const { provider, pays, area } = address;
  const called = async (key: NamedFilter, slug: string | null, find: () => Promise<string | undefined>) => {
    if (slug === null || page.names[key].has(slug)) return;
    const name = await find();
    // Nothing of theirs has a pin, but they are known.
    if (name !== undefined) names[key] = new Map(page.names[key]).set(slug, name);
    else notKnown.push(key);
  };
  const names = { ...page.names };
  const notKnown: NamedFilter[] = [];
  await called("provider", provider, async () => (await findProvider(db, provider ?? ""))?.name);
  await called("pays", pays, () => findCommissionerName(db, pays ?? ""));
  await called("area", area && `${area.kind}/${area.slug}`, () => findAreaName(db, area));
  const newProvider = notKnown.includes("provider")
    ? ((await findNewSlug(db, "provider", provider ?? "")) ?? null)
    : null;
  return { ...page, names, notKnown, newProvider };
}

/** How many services each area would leave, the other filters being as they are. @param own a test's connection */
export async function loadAreaCounts(
  address: MapAddress,
  definition: Definition,
  own?: Db,
): Promise<ChoiceCounts["area"]> {
  return filtered(await mapData(own), address, definition).counts.area;
}

function filtered(data: MapData, address: MapAddress, definition: Definition) {
  const { q } = address;
  const texts = q === null ? null : Uint8Array.from(data.texts(), (text) => Number(hasWords(text, q)));
  return maskPins(data.table, definition, address, texts);
}

async function findAreaName(db: Db, area: MapArea | null): Promise<string | undefined> {
  if (area === null) return undefined;
  const { kind, slug } = area;
  return ((await findArea(db, kind, slug)) ?? (await findEndedArea(db, kind, slug)))?.nameEn;
}

/** @param services all that the public may see, those without a pin among them */
export function mapPageOf(
  data: MapData,
  services: readonly ServiceRow[],
  address: MapAddress,
  definition: Definition,
): Omit<MapPage, "notKnown" | "newProvider"> {
  const { mask, shown, counts } = filtered(data, address, definition);
  const pages = Math.max(1, Math.ceil(shown / MAP_ROWS_A_PAGE));
  const page = Math.min(address.page, pages);
  const sorted = data.rows.filter((_, row) => mask[row] === 1).sort(rowOrder(address));
  const counted = services.filter(({ kind }) => countsAs(kind, definition));
  const pins = data.rows.filter(({ kind }) => countsAs(kind, definition)).length;
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

/** How the list is sorted. */
export function rowOrder({ sort, at }: MapAddress): (a: MapRow, b: MapRow) => number {
  const byName = (a: MapRow, b: MapRow) => compare(a.name, b.name) || compare(a.slug, b.slug);
  const by = (key: (row: MapRow) => string, next: typeof byName) => (a: MapRow, b: MapRow) =>
    Number(key(a) === "") - Number(key(b) === "") || compare(key(a), key(b)) || next(a, b);
  const byTown = by(
    ({ place }) => place.town,
    by(({ place }) => place.name, byName),
  );
  const orders: Record<MapSort, (a: MapRow, b: MapRow) => number> = {
    // Without a place to look at, nothing is near: the list is by town, and its form says so.
    near: at ? (a, b) => metresBetween(a, at) - metresBetween(b, at) || byName(a, b) : byTown,
    name: byName,
    place: byTown,
    provider: by((row) => row.provider?.name ?? "", byName),
    confirmed: (a, b) => compare(b.lastConfirmedOn ?? "", a.lastConfirmedOn ?? "") || byName(a, b),
  };
  return orders[sort];
}

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
