import { and, asc, eq, inArray, isNotNull, isNull, like, not, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { placeNamesHiddenProvider } from "@/db/queries/given-away";
import { isHolderKnown } from "@/db/queries/holder-known";
import { isNamed, isShown } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, placeIdentifiers, places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { AreaKind } from "@/domain/areas/area";
import type { IdentifierScheme, PlaceKind } from "@/domain/places/place";

/** Places that a register brought: their ids by source key. */
export async function findPlaceIdsBySourceKey(db: Db, prefix: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: places.id, key: places.sourceKey })
    .from(places)
    .where(like(places.sourceKey, `${prefix}%`));
  return new Map(rows.map(({ id, key }) => [key ?? "", id]));
}

/** A code of a place; `standsAs` is the place it was merged into, or itself. ISO days. */
export type PlaceEntry = {
  placeId: string;
  standsAs: string;
  kind: PlaceKind;
  isErased: boolean;
  scheme: IdentifierScheme;
  code: string;
  from: string | null;
  to: string | null;
  isListed: boolean;
};

/** Every code of every place. Those of merged places come first, so that one that stands is the last with its code. */
export async function listPlaceEntries(db: Db): Promise<PlaceEntry[]> {
  const { placeId, scheme, code, validFrom: from, validTo: to, isListed } = placeIdentifiers;
  const standsAs = sql<string>`coalesce(${places.mergedInto}, ${places.id})`;
  const isErased = sql<boolean>`${places.visibility} = 'erased'`;
  return db
    .select({ placeId, standsAs, kind: places.kind, isErased, scheme, code, from, to, isListed })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .orderBy(sql`${places.mergedInto} is null`, scheme, code, placeId);
}

export type ServiceToDoubt = {
  id: string;
  placeId: string;
  sourceKey: string | null;
  identifiers: { scheme: IdentifierScheme; code: string }[];
};

/** Operating services at a place with identifiers, of which nobody has said yet that they may have ended. */
export async function listServicesToDoubt(db: Db): Promise<ServiceToDoubt[]> {
  return listServicesWithCodes(db, isNull(services.mayHaveEnded));
}

/** The same of those that may have ended, whoever said so. */
export async function listDoubtedServices(db: Db): Promise<ServiceToDoubt[]> {
  return listServicesWithCodes(db, isNotNull(services.mayHaveEnded));
}

async function listServicesWithCodes(db: Db, which: SQL): Promise<ServiceToDoubt[]> {
  const identifiers = sql<
    ServiceToDoubt["identifiers"]
  >`jsonb_agg(jsonb_build_object('scheme', ${placeIdentifiers.scheme}, 'code', ${placeIdentifiers.code}))`;
  return db
    .select({ id: services.id, placeId: places.id, sourceKey: places.sourceKey, identifiers })
    .from(services)
    .innerJoin(places, eq(places.id, services.placeId))
    .innerJoin(placeIdentifiers, eq(placeIdentifiers.placeId, places.id))
    .where(and(eq(services.status, "operating"), which, isShown(services.visibility)))
    .groupBy(services.id, places.id);
}

/** Places that are public, by one of their codes, with whether somebody found out who holds the practice there. */
export async function listPlacesOfCodes(
  db: Db,
  codes: readonly string[],
): Promise<
  { code: string; id: string; slug: string; name: string; nameCy: string | null; isKnown: boolean }[]
> {
  if (codes.length === 0) return [];
  return db
    .select({
      code: placeIdentifiers.code,
      id: places.id,
      slug: places.slug,
      name: places.name,
      nameCy: places.nameCy,
      isKnown: isHolderKnown(db),
    })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .where(
      and(
        eq(placeIdentifiers.scheme, "ods-organisation"),
        inArray(placeIdentifiers.code, [...codes]),
        isNull(places.mergedInto),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    );
}

/** Of these codes, those of places that we have, whether or not readers are told of them. Nothing else of them is told. */
export async function findCodesWeHave(db: Db, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ code: placeIdentifiers.code })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeIdentifiers.placeId))
    .where(
      and(
        eq(placeIdentifiers.scheme, "ods-organisation"),
        inArray(placeIdentifiers.code, [...codes]),
        isNull(places.mergedInto),
      ),
    );
  return new Set(rows.map(({ code }) => code));
}

/** The constituency and the integrated care board of each place's main address. */
export async function listAreasOfPlaces(
  db: Db,
  placeIds: readonly string[],
): Promise<{ placeId: string; kind: AreaKind; slug: string; nameEn: string; nameCy: string | null }[]> {
  if (placeIds.length === 0) return [];
  return db
    .select({
      placeId: placeAddresses.placeId,
      kind: areas.kind,
      slug: areas.slug,
      nameEn: areas.nameEn,
      nameCy: areas.nameCy,
    })
    .from(placeAddresses)
    .innerJoin(addressAreas, eq(addressAreas.addressId, placeAddresses.id))
    .innerJoin(areas, eq(areas.id, addressAreas.areaId))
    .where(
      and(
        inArray(placeAddresses.placeId, [...placeIds]),
        eq(placeAddresses.isMain, true),
        inArray(areas.kind, ["icb", "constituency"]),
      ),
    )
    .orderBy(asc(areas.nameEn));
}
