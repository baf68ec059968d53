import { and, asc, desc, eq, inArray, isNull, not, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { hasOpenEntry } from "@/db/queries/open-entry";
import { isRegisterEntry } from "@/db/queries/register-entry";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, placeIdentifiers, places } from "@/db/schema/places";
import { serviceAreas, services } from "@/db/schema/services";
import type { AreaSummary } from "@/domain/pages/area-page";
import type { PlaceDetail } from "@/domain/pages/place-page";

const AREA = {
  id: areas.id,
  kind: areas.kind,
  slug: areas.slug,
  nameEn: areas.nameEn,
  nameCy: areas.nameCy,
  nation: areas.nation,
};

/** The address a service is at: the one its key names, or the place's main one. */
const atItsAddress = and(
  eq(placeAddresses.placeId, services.placeId),
  or(
    eq(placeAddresses.key, services.addressKey),
    and(isNull(services.addressKey), eq(placeAddresses.isMain, true)),
  ),
);

/** A place that may have a page, with its identifiers and addresses (the main one first). */
export async function findPlace(db: Db, slug: string): Promise<PlaceDetail | undefined> {
  const [place] = await db
    .select({
      id: places.id,
      slug: places.slug,
      name: places.name,
      nameCy: places.nameCy,
      kind: places.kind,
      visibility: places.visibility,
      publishedAt: places.publishedAt,
      operator: places.operator,
      isListed: hasOpenEntry(),
    })
    .from(places)
    .where(
      and(eq(places.slug, slug), isNamed(places.visibility), not(placeNamesHiddenProvider(db, places.id))),
    );
  if (!place) return undefined;
  const [identifiers, addresses] = await Promise.all([
    db
      .select({
        scheme: placeIdentifiers.scheme,
        code: placeIdentifiers.code,
        validFrom: placeIdentifiers.validFrom,
        validTo: placeIdentifiers.validTo,
        isListed: placeIdentifiers.isListed,
        isOfRegister: isRegisterEntry("place_identifiers"),
      })
      .from(placeIdentifiers)
      .where(eq(placeIdentifiers.placeId, place.id))
      .orderBy(asc(placeIdentifiers.scheme), asc(placeIdentifiers.code)),
    db
      .select({
        id: placeAddresses.id,
        key: placeAddresses.key,
        isMain: placeAddresses.isMain,
        lines: placeAddresses.lines,
        town: placeAddresses.town,
        postcode: placeAddresses.postcode,
        lon: placeAddresses.lon,
        lat: placeAddresses.lat,
        precision: placeAddresses.precision,
      })
      .from(placeAddresses)
      .where(eq(placeAddresses.placeId, place.id))
      .orderBy(desc(placeAddresses.isMain), asc(placeAddresses.key)),
  ]);
  return { ...place, identifiers, addresses };
}

/** The areas an address lies in, by kind. */
export async function listAreasOfAddress(db: Db, addressId: string): Promise<AreaSummary[]> {
  return db
    .select(AREA)
    .from(addressAreas)
    .innerJoin(areas, eq(areas.id, addressAreas.areaId))
    .where(eq(addressAreas.addressId, addressId))
    .orderBy(asc(areas.kind), asc(areas.nameEn));
}

/** The areas that some services are in: those of their addresses, and those they serve. */
export async function listAreasOfServices(db: Db, serviceIds: readonly string[]): Promise<AreaSummary[]> {
  if (serviceIds.length === 0) return [];
  const ofAddress = db
    .select({ id: addressAreas.areaId })
    .from(services)
    .innerJoin(placeAddresses, atItsAddress)
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .where(inArray(services.id, [...serviceIds]));
  const served = db
    .select({ id: serviceAreas.areaId })
    .from(serviceAreas)
    .where(inArray(serviceAreas.serviceId, [...serviceIds]));
  return db
    .select(AREA)
    .from(areas)
    .where(or(inArray(areas.id, ofAddress), inArray(areas.id, served)))
    .orderBy(asc(areas.kind), asc(areas.nameEn));
}
