import { normaliseName, searchWords } from "@/domain/search/normalise";
import type { FilterKey, MapAddress } from "./map-address";
import { monthOfDate } from "./map-facts";
import type { MapRow } from "./map-row";

/** Which services a view of the map shows: the part of its address that filters. */
export type MapFilter = Pick<MapAddress, FilterKey>;

export const NO_FILTER: MapFilter = {
  q: null,
  care: [],
  provider: null,
  type: [],
  pays: null,
  area: null,
  status: [],
  since: null,
  exact: null,
};

/** All that a text search looks at: names of the service, its place and town, and who runs it. */
export function textOfRow({ name, place, provider, groups }: MapRow): string {
  const names = [
    name,
    place.name,
    place.nameCy,
    place.town,
    provider?.name,
    ...groups.map((one) => one.name),
  ];
  return ` ${names.map((one) => normaliseName(one ?? "")).join(" ")}`;
}

/** Whether every word that was typed begins a word of the text. Too little to go by finds all. */
export function hasWords(text: string, q: string | null): boolean {
  return searchWords(q ?? "").every((word) => text.includes(` ${word}`));
}

/** The rule of the filters, in words: `maskOf` (map-facts.ts) is the same for many rows at once. */
export function matches(filter: MapFilter, row: MapRow): boolean {
  const { care, provider, type, pays, area, status, since, exact } = filter;
  const runners = [row.provider, ...row.groups];
  return (
    hasWords(textOfRow(row), filter.q) &&
    (care.length === 0 || care.includes(row.category)) &&
    (type.length === 0 || type.includes(row.kind)) &&
    (status.length === 0 || status.includes(row.status)) &&
    (provider === null || runners.some((runner) => runner?.slug === provider)) &&
    (pays === null || row.payer?.slug === pays) &&
    (area === null || row.areas.some(({ kind, slug }) => kind === area.kind && slug === area.slug)) &&
    (since === null || monthOfDate(row.lastConfirmedOn) >= monthOfDate(since)) &&
    (exact === null || row.approximate === (exact === "no"))
  );
}

/** The part of an address that filters. */
export function filterOf({
  q,
  care,
  provider,
  type,
  pays,
  area,
  status,
  since,
  exact,
}: MapAddress): MapFilter {
  return { q, care, provider, type, pays, area, status, since, exact };
}
