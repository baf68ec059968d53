import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { nhsAbove } from "@/db/queries/counts-under";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed, isShown, isShownIfAny } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import { ukToday } from "@/domain/dates/partial-date";
import type { ServiceRow } from "@/domain/figures/service-row";
import { kindOfRunner } from "@/domain/providers/legal-form";
import { isNoLongerListed } from "@/domain/services/may-have-ended";
import type { NotCounted } from "@/domain/services/running";
import { hasPin } from "@/domain/services/service";

// A merged record's references are left as they are (so that a merge can be undone): they are followed here.
const placeAsWritten = alias(places, "place_as_written");
const providerAsWritten = alias(providers, "provider_as_written");

const region = alias(areas, "region");

const COLUMNS = {
  id: services.id,
  slug: services.slug,
  name: services.name,
  category: services.category,
  status: services.status,
  visibility: services.visibility,
  startedOn: services.startedOn,
  mayHaveEnded: services.mayHaveEnded,
  quietIn: services.quietIn,
  lastConfirmedOn: services.lastConfirmedOn,
  providerKind: services.providerKind,
  providerId: services.providerId,
  place: {
    id: places.id,
    slug: places.slug,
    name: places.name,
    nameCy: places.nameCy,
    shown: places.visibility,
  },
  address: {
    town: placeAddresses.town,
    postcode: placeAddresses.postcode,
    lon: placeAddresses.lon,
    lat: placeAddresses.lat,
    precision: placeAddresses.precision,
  },
  provider: {
    id: providers.id,
    slug: providers.slug,
    name: providers.name,
    legalForm: providers.legalForm,
    nhsAbove: nhsAbove(providers),
  },
  region: { slug: region.slug, name: region.nameEn, nameCy: region.nameCy, nation: region.nation },
};

/** The address the service is at: its own key, or the place's main one. */
const atItsAddress = and(
  eq(placeAddresses.placeId, placeAsWritten.id),
  or(
    eq(placeAddresses.key, services.addressKey),
    and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
  ),
);

/**
 * Its address lies in the area, or (without one) it serves the area. Every other area is in one nation: what serves a health body of
 * England is in England, whether or not a source says so.
 */
function isInArea(db: Db, areaId: SQL | string): SQL | undefined {
  return or(
    exists(
      db
        .select({ one: sql`1` })
        .from(addressAreas)
        .where(and(eq(addressAreas.addressId, placeAddresses.id), eq(addressAreas.areaId, areaId))),
    ),
    exists(
      db
        .select({ one: sql`1` })
        .from(serviceAreas)
        .where(and(eq(serviceAreas.serviceId, services.id), eq(serviceAreas.areaId, areaId))),
    ),
    and(
      sql`exists (select 1 from areas asked where asked.id = ${areaId} and asked.kind = 'nation')`,
      sql`exists (select 1 from service_areas serves join areas served on served.id = serves.area_id
        where serves.service_id = ${services.id}
          and served.nation = (select asked.nation from areas asked where asked.id = ${areaId}))`,
    ),
  );
}

function regionOf(db: Db): SQL {
  const inRegion = db
    .select({ id: areas.id })
    .from(areas)
    .innerJoin(addressAreas, eq(addressAreas.areaId, areas.id))
    .where(and(eq(addressAreas.addressId, placeAddresses.id), eq(areas.kind, "region")))
    .limit(1);
  return sql`${region.id} = (${inRegion})`;
}

/** The last day of the place's last entry in a register, where the service is in doubt for it and no entry is open. */
const entryEndedOn = sql<string | null>`case when ${services.mayHaveEnded} = 'register-entry-ended' then (
  select case when bool_and(entry.valid_to is not null) then max(entry.valid_to)::text end
  from ${placeIdentifiers} entry
  where entry.place_id in (${places.id}, ${placeAsWritten.id}) and entry.scheme <> 'ods-branch') end`;

/** Of a planned service, for which day the government's list of diagnostic centres last had its place, where it still does. */
const listedCentreOn = sql<string | null>`case when ${services.status} = 'planned' then (
  select max(listed.confirmed_on) from claims listed
  where listed.record_type = 'place' and listed.record_id in (${places.id}, ${placeAsWritten.id})
    and listed.field = 'identifier' and listed.value ->> 'scheme' = 'cdc-list'
    and exists (select 1 from ${placeIdentifiers} entry where entry.place_id in (${places.id}, ${placeAsWritten.id})
      and entry.scheme = 'cdc-list' and entry.is_listed and entry.valid_to is null)) end`;

function select(db: Db, where: SQL | undefined) {
  return db
    .select({
      ...COLUMNS,
      entryEndedOn,
      listedCentreOn,
      givesAway: {
        byName: namesHiddenProvider(db, services.id),
        byPlace: sql<boolean | null>`${placeNamesHiddenProvider(db, places.id)}`,
      },
    })
    .from(services)
    .leftJoin(placeAsWritten, eq(placeAsWritten.id, services.placeId))
    .leftJoin(places, sql`${places.id} = coalesce(${placeAsWritten.mergedInto}, ${placeAsWritten.id})`)
    .leftJoin(placeAddresses, atItsAddress)
    .leftJoin(providerAsWritten, eq(providerAsWritten.id, services.providerId))
    .leftJoin(
      providers,
      and(
        sql`${providers.id} = coalesce(${providerAsWritten.mergedInto}, ${providerAsWritten.id})`,
        isNamed(providers.visibility),
      ),
    )
    .leftJoin(region, regionOf(db))
    .where(and(isShown(services.visibility), isShownIfAny(places.visibility), where))
    .orderBy(asc(places.name), asc(services.name), asc(services.id));
}

type Selected = Awaited<ReturnType<typeof select>>[number];

function toRow(row: Selected, today: string): ServiceRow {
  // A place that is itself shown by area only hides where its services are, and so their names.
  const named = hasPin(row.visibility) && (row.place === null || hasPin(row.place.shown));
  const place = named && !row.givesAway.byPlace ? row.place : null;
  const isCalled = named && !row.givesAway.byName && !row.givesAway.byPlace;
  const { lon, lat, precision } = row.address ?? { lon: null, lat: null, precision: null };
  return {
    id: row.id,
    slug: isCalled ? row.slug : null,
    name: isCalled ? row.name : null,
    category: row.category,
    status: row.status,
    visibility: row.visibility,
    kind: kindOfRunner(row.provider?.legalForm ?? null, row.providerKind, row.provider?.nhsAbove ?? null),
    placeId: place?.id ?? null,
    providerId: row.provider?.id ?? null,
    place: place && {
      slug: place.slug,
      name: place.name,
      nameCy: place.nameCy,
      town: row.address?.town ?? "",
      postcode: row.address?.postcode ?? "",
    },
    position: place && lon !== null && lat !== null && precision !== null ? { lon, lat, precision } : null,
    isProviderHidden: row.providerId !== null && row.provider === null,
    provider: row.provider && { slug: row.provider.slug, name: row.provider.name },
    startedOn: row.startedOn,
    mayHaveEnded: row.mayHaveEnded !== null,
    notCounted: notCountedOf(row, today),
    mayHaveEndedReason: row.mayHaveEnded,
    quietIn: row.quietIn,
    listedCentreOn: place && row.listedCentreOn,
    lastConfirmedOn: row.lastConfirmedOn,
    region: row.region,
  };
}

function notCountedOf(row: Selected, today: string): NotCounted | null {
  const { mayHaveEnded: mayHaveEndedReason, entryEndedOn: ended, lastConfirmedOn, quietIn } = row;
  const entry = { mayHaveEndedReason, entryEndedOn: ended, lastConfirmedOn };
  if (isNoLongerListed(entry, today)) return "no-longer-listed";
  return quietIn === null ? null : "little-activity";
}

/** @param today the UK day on which the rows are read: whether an entry is over depends on it. */
function rowOn(today: string): (row: Selected) => ServiceRow {
  return (row) => toRow(row, today);
}

/** Every service the public may see, planned and ended ones among them. */
export async function listServices(db: Db, today = ukToday()): Promise<ServiceRow[]> {
  return (await select(db, undefined)).map(rowOn(today));
}

/** The same of some of them: those that are hidden by now are not in it. */
export async function listServicesById(
  db: Db,
  ids: readonly string[],
  today = ukToday(),
): Promise<ServiceRow[]> {
  return ids.length === 0 ? [] : (await select(db, anyOf(services.id, ids))).map(rowOn(today));
}

/** Services whose address lies in the area, and those that serve it without one. */
export async function listServicesInArea(db: Db, areaId: string, today = ukToday()): Promise<ServiceRow[]> {
  return (await select(db, isInArea(db, areaId))).map(rowOn(today));
}

/** Services at a place, merged ones' among them. Those shown by area only are not: the list would tell where. */
export async function listServicesAtPlace(db: Db, placeId: string, today = ukToday()): Promise<ServiceRow[]> {
  return (await select(db, and(eq(places.id, placeId), isNamed(services.visibility)))).map(rowOn(today));
}

/** The same of several places at once; whose each is stands in `placeId`. */
export async function listServicesAtPlaces(
  db: Db,
  placeIds: readonly string[],
  today = ukToday(),
): Promise<ServiceRow[]> {
  const atAny = inArray(places.id, [...placeIds]);
  return (await select(db, and(atAny, isNamed(services.visibility)))).map(rowOn(today));
}

/** Services that any of these organisations runs. */
export async function listServicesOfProviders(
  db: Db,
  providerIds: readonly string[],
  today = ukToday(),
): Promise<ServiceRow[]> {
  return (await select(db, inArray(providers.id, [...providerIds]))).map(rowOn(today));
}

/** Services that go on as this one and may have a page, so those that it took over from; the last to begin first. */
export async function listServicesBefore(
  db: Db,
  serviceId: string,
  today = ukToday(),
): Promise<ServiceRow[]> {
  const rows = await select(
    db,
    and(eq(services.successorId, serviceId), isNamed(services.visibility), placeIsNamed(db)),
  );
  const started = (row: ServiceRow) => row.startedOn ?? "";
  return rows
    .map(rowOn(today))
    .filter(({ slug }) => slug !== null)
    .sort((a, b) => (started(a) < started(b) ? 1 : started(a) > started(b) ? -1 : 0));
}

/** One that any list shows, by its id: it may have neither a name nor a page, as those shown by area only. */
export async function findListedService(
  db: Db,
  id: string,
  today = ukToday(),
): Promise<ServiceRow | undefined> {
  const [row] = await select(db, eq(services.id, id));
  return row && toRow(row, today);
}

/** One service that may have a page; undefined for one that is hidden, merged or shown by area only. */
export async function findServiceRow(
  db: Db,
  slug: string,
  today = ukToday(),
): Promise<ServiceRow | undefined> {
  const [row] = await select(
    db,
    and(eq(services.slug, slug), isNamed(services.visibility), placeIsNamed(db)),
  );
  return row && toRow(row, today);
}
