import { and, eq, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { plainNameOf } from "@/db/queries/plain-name";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { commissioners, placeAddresses, placeIdentifiers, places, providers } from "@/db/schema/places";
import { contracts, serviceAreas, services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { HEALTH_BODY_KINDS } from "@/domain/areas/area";
import type { ContractType } from "@/domain/contracts/contract";
import type { EndedCode, KnownPlace, KnownService } from "@/domain/imports/match";
import { LOOSE_WORDS } from "@/domain/imports/provider-name";
import type { PlaceKind } from "@/domain/places/place";
import type { LegalForm } from "@/domain/providers/legal-form";
import type { ServiceCategory } from "@/domain/services/category";

/** What the rows of an import are held against, fetched for all of them at once. */

type Shown = { visibility: PgColumn; withdrawnAt: PgColumn; batchId: PgColumn };

/** Taken off every page by the undoing of the import it came with, and by nothing else: it may come again. */
export const wentWithItsImport = ({ withdrawnAt, batchId }: Shown) =>
  sql`exists (select 1 from ${batches} where ${batches.id} = ${batchId} and ${batches.undoneAt} = ${withdrawnAt})`;

/** Withheld or erased: not to come back as a new record. */
export const isHeldBack = (record: Shown) =>
  or(
    eq(record.visibility, "erased"),
    and(eq(record.visibility, "withheld"), not(wentWithItsImport(record))),
  ) as SQL;

/** Told with a record that an import is held against. */
export type Held = { isHeld: boolean };

/** Of a place that went with its import: the kinds of care there that are held back. A new place would bring them back. */
export type HeldCare = { heldCare: ServiceCategory[] | null };

const heldAt = sql`from ${services} where ${services.placeId} = "places"."id" and ${isHeldBack(services)}`;
const wentAway = and(eq(places.visibility, "withheld"), wentWithItsImport(places));

/** Places, public or held back, with one of these codes, at one of these postcodes, or of one of these names in plain. */
export async function findPlacesForImport(
  db: Db,
  wanted: {
    codes: readonly string[];
    postcodes: readonly string[];
    names: readonly string[];
    /** Names of places that may be known to their town only. */
    unplaced?: readonly string[];
  },
): Promise<(KnownPlace & Held & HeldCare & { kind: PlaceKind })[]> {
  const coded = db
    .select({ id: placeIdentifiers.placeId })
    .from(placeIdentifiers)
    .where(anyOf(placeIdentifiers.code, wanted.codes, "text"));
  const branch = alias(placeAddresses, "branch");
  const withBranch = db
    .select({ id: branch.placeId })
    .from(branch)
    .where(and(anyOf(branch.postcode, wanted.postcodes, "text"), eq(branch.isMain, false)));
  return db
    .select({
      id: places.id,
      name: places.name,
      kind: places.kind,
      isHeld: sql<boolean>`${isHeldBack(places)}`,
      heldCare: sql<
        ServiceCategory[] | null
      >`case when ${wentAway} then (select json_agg(${services.category}) ${heldAt}) end`,
      lines: sql<string>`coalesce(${placeAddresses.lines}, '')`,
      postcode: sql<string>`coalesce(${placeAddresses.postcode}, '')`,
      town: sql<string>`coalesce(${placeAddresses.town}, '')`,
      lat: placeAddresses.lat,
      lon: placeAddresses.lon,
      precision: placeAddresses.precision,
      codes: sql<
        string[]
      >`coalesce((select array_agg(code) from place_identifiers where place_id = "places"."id" and valid_to is null), '{}')`,
      endedCodes: sql<
        EndedCode[]
      >`coalesce((select json_agg(json_build_object('code', code, 'on', valid_to)) from place_identifiers where place_id = "places"."id" and valid_to is not null), '[]')`,
      branches: branchesOfPlace,
    })
    .from(places)
    .leftJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .where(
      and(
        or(isNamed(places.visibility), isHeldBack(places), and(wentAway, sql`exists (select 1 ${heldAt})`)),
        or(
          inArray(places.id, coded),
          anyOf(placeAddresses.postcode, wanted.postcodes, "text"),
          inArray(places.id, withBranch),
          anyOf(plainNameOf(places.name), wanted.names, "text"),
          and(
            sql`coalesce(${placeAddresses.postcode}, '') = ''`,
            anyOf(plainNameOf(places.name), wanted.unplaced ?? [], "text"),
          ),
        ),
      ),
    );
}

/** The branches of a practice that its register lists. */
const branchesOfPlace = sql<NonNullable<KnownPlace["branches"]>>`coalesce((
  select jsonb_agg(jsonb_build_object('key', address.key, 'postcode', address.postcode) order by address.key)
  from ${placeAddresses} address join ${placeIdentifiers} entry
    on entry.place_id = address.place_id and entry.code = address.key
  where address.place_id = "places"."id" and entry.scheme = 'ods-branch'
    and entry.valid_to is null and entry.is_listed), '[]')`;

/** Services that may be the ones rows mean: at these places, or serving these areas. Ended ones are another tenure. */
export async function findServicesForImport(
  db: Db,
  wanted: { placeIds: readonly string[]; areaIds: readonly string[]; ids?: readonly string[] },
): Promise<(KnownService & Held)[]> {
  const serving = db
    .select({ id: serviceAreas.serviceId })
    .from(serviceAreas)
    .where(anyOf(serviceAreas.areaId, wanted.areaIds));
  return db
    .select({
      id: services.id,
      name: services.name,
      category: services.category,
      isHeld: sql<boolean>`${services.visibility} = 'withheld'`,
      placeId: services.placeId,
      providerId: services.providerId,
      providerName: providers.name,
      areaIds: sql<
        string[]
      >`coalesce((select array_agg(area_id) from service_areas where service_id = "services"."id"), '{}')`,
    })
    .from(services)
    .leftJoin(providers, eq(providers.id, services.providerId))
    .where(
      and(
        ne(services.status, "ended"),
        or(
          inArray(services.visibility, ["published", "disputed", "area-only"]),
          // Withheld while a complaint is looked at: still the same service.
          and(eq(services.visibility, "withheld"), not(wentWithItsImport(services))),
        ),
        or(
          anyOf(services.placeId, wanted.placeIds),
          inArray(services.id, serving),
          anyOf(services.id, wanted.ids ?? []),
        ),
      ),
    )
    .orderBy(services.createdAt, services.id);
}

/** As `looseName` of `domain/imports/provider-name.ts`. */
function loose(column: PgColumn): SQL<string> {
  return sql<string>`replace(regexp_replace(regexp_replace(${plainNameOf(column)}, '^the ', ''), ${`( (${LOOSE_WORDS}))+$`}, ''), ' ', '')`;
}

/**
 * Providers whose names are these, but for spaces and the words that say their country and what they are in law; public or held back. A merged one
 * leads to the one it was merged into, by its own name.
 * @param names as `looseName` makes them.
 */
export async function findProvidersForImport(
  db: Db,
  names: readonly string[],
): Promise<
  ({
    id: string;
    name: string;
    loose: string;
    companyNumber: string | null;
    legalForm: LegalForm | null;
  } & Held)[]
> {
  const target = alias(providers, "target");
  return db
    .select({
      id: target.id,
      name: providers.name,
      loose: loose(providers.name),
      companyNumber: target.companiesHouseNumber,
      legalForm: target.legalForm,
      isHeld: sql<boolean>`${isHeldBack(target)}`,
    })
    .from(providers)
    .innerJoin(target, sql`${target.id} = coalesce(${providers.mergedInto}, ${providers.id})`)
    .where(
      and(
        anyOf(loose(providers.name), names, "text"),
        or(isNamed(target.visibility), eq(target.visibility, "merged"), isHeldBack(target)),
      ),
    )
    .orderBy(providers.createdAt, providers.id);
}

export async function findCommissionersForImport(
  db: Db,
  names: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: commissioners.id, name: commissioners.name })
    .from(commissioners)
    .where(and(anyOf(plainNameOf(commissioners.name), names, "text"), isNamed(commissioners.visibility)))
    .orderBy(commissioners.createdAt, commissioners.id);
}

/** NHS bodies that pay: a council, or a payer that only a list has named, may also run services from outside. */
const NHS_PAYERS = ["icb", "nhs-england", "trust", "health-board", "hsc-trust"] as const;

/**
 * Who we hold as part of the NHS: payers, the health bodies of areas, trusts by their head offices, and providers of which a
 * source says so, companies that the NHS owns among them.
 */
export async function findNhsBodies(db: Db): Promise<{ id: string; name: string }[]> {
  const payers = db
    .select({ id: commissioners.id, name: commissioners.name })
    .from(commissioners)
    .where(and(inArray(commissioners.kind, NHS_PAYERS), isNamed(commissioners.visibility)));
  const trusts = db
    .select({ id: places.id, name: places.name })
    .from(places)
    .where(and(eq(places.kind, "trust-headquarters"), isNamed(places.visibility)));
  const bodies = db
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(
      and(inArray(providers.legalForm, ["nhs-body", "nhs-owned-company"]), isNamed(providers.visibility)),
    );
  const healthBodies = db
    .select({ id: areas.id, name: areas.nameEn })
    .from(areas)
    .where(inArray(areas.kind, HEALTH_BODY_KINDS));
  return payers.unionAll(trusts).unionAll(bodies).unionAll(healthBodies);
}

/** Types of contracts, to tell whether a service has one of the kind that a row names. */
export async function findContractTypes(db: Db, ids: readonly string[]): Promise<Map<string, ContractType>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: contracts.id, type: contracts.type })
    .from(contracts)
    .where(inArray(contracts.id, [...ids]));
  return new Map(rows.map(({ id, type }) => [id, type]));
}
