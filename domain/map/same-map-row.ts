import type { Named } from "@/domain/figures/service-row";
import type { AreaName, MapRow } from "./map-row";

type Same<T> = (one: T, other: T) => boolean;

const is: Same<unknown> = (one, other) => one === other;

/** Whether two say the same in each of their fields. A field that is left out here does not compile. */
function inEach<T extends object>(fields: { [K in keyof Required<T>]: Same<T[K]> }): Same<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return (one, other) => one === other || names.every((name) => fields[name](one[name], other[name]));
}

function orNone<T>(same: Same<T>): Same<T | null> {
  return (one, other) => (one === null || other === null ? one === other : same(one, other));
}

function inOrder<T>(same: Same<T>): Same<readonly T[]> {
  return (one, other) =>
    one.length === other.length && one.every((item, at) => same(item, other[at] ?? item));
}

const sameNamed = inEach<Named>({ slug: is, name: is });
const samePlace = inEach<MapRow["place"]>({ slug: is, name: is, nameCy: is, town: is });
const sameArea = inEach<AreaName>({ kind: is, slug: is, name: is, nameCy: is });

/** Whether two rows of the map say the same, to the last letter: a hundred thousand of them in a fraction of the time of a comparison of any values. */
export const sameMapRow = inEach<MapRow>({
  id: is,
  slug: is,
  name: is,
  category: is,
  status: is,
  mayHaveEnded: is,
  disputed: is,
  kind: is,
  lon: is,
  lat: is,
  approximate: is,
  place: samePlace,
  provider: orNone(sameNamed),
  isProviderHidden: is,
  groups: inOrder(sameNamed),
  startedOn: is,
  lastConfirmedOn: is,
  payer: orNone(sameNamed),
  areas: inOrder(sameArea),
  publisher: is,
  isWorkedOut: is,
});

/** No text of ours has them: a database refuses the first, and no form takes the second. */
const [FIELD, ITEM] = ["\0", "\u0001"];

/** All that a row says in one line, which is another for any other row: a third of what its JSON takes to write. */
export function lineOfMapRow(row: MapRow): string {
  const { place, provider, payer } = row;
  return [
    row.id,
    row.slug,
    row.name,
    row.category,
    row.status,
    row.mayHaveEnded,
    row.disputed,
    row.kind,
    row.lon,
    row.lat,
    row.approximate,
    place.slug,
    place.name,
    place.nameCy,
    place.town,
    provider?.slug,
    provider?.name,
    row.isProviderHidden,
    row.groups.length,
    ...row.groups.map(({ slug, name }) => slug + ITEM + name),
    row.startedOn,
    row.lastConfirmedOn,
    payer?.slug,
    payer?.name,
    row.areas.length,
    ...row.areas.map(
      ({ kind, slug, name, nameCy }) => kind + ITEM + slug + ITEM + name + ITEM + (nameCy ?? ""),
    ),
    row.publisher,
    row.isWorkedOut,
  ].join(FIELD);
}
