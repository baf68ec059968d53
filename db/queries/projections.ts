import { randomUUID } from "node:crypto";
import { eq, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { insertRows } from "@/db/queries/insert-rows";
import {
  addressAreas,
  commissioners,
  placeAddresses,
  placeIdentifiers,
  placeRegistrations,
  places,
  providers,
} from "@/db/schema/places";
import { contracts, serviceAreas, serviceContracts, services } from "@/db/schema/services";
import { recordVersions } from "@/db/schema/sources";
import type { AddressValue, RecordType } from "@/domain/claims/claim";
import type { PlaceIdentifier, PlaceRegistration } from "@/domain/claims/projection";
import type { Visibility } from "@/domain/services/service";

/** Tables whose rows are projections of claims. Areas are reference data and have no such row. */
export const PROJECTED_TABLES = {
  service: services,
  place: places,
  provider: providers,
  commissioner: commissioners,
  contract: contracts,
};
export type ProjectedType = keyof typeof PROJECTED_TABLES;

/** The table of a type, for the columns that all of them have. */
export function projectedTable(type: ProjectedType): (typeof PROJECTED_TABLES)["place"] {
  return PROJECTED_TABLES[type] as (typeof PROJECTED_TABLES)["place"];
}

export type NewRecordRow = {
  id: string;
  slug: string;
  visibility: Visibility;
  publishedAt: Date | null;
  batchId: string | null;
  sourceKey: string | null;
  contentHash: string | null;
};
type Columns = Record<string, unknown>;
type LockedRecord = Columns & { version: number; visibility: Visibility };

/** Writes records that are new. `columns` is a record's projection; the keys are those of the table. */
export async function insertRecords(
  db: Db,
  type: ProjectedType,
  rows: readonly (NewRecordRow & { columns: Columns })[],
): Promise<void> {
  await insertRows(
    db,
    PROJECTED_TABLES[type],
    rows.map(({ columns, ...row }) => ({ ...columns, ...row }) as never),
  );
}

/** The rows as they stand, by id, locked against a second writer; those that are not there are missing. */
export async function lockRecords(
  db: Db,
  type: ProjectedType,
  ids: readonly string[],
): Promise<Map<string, LockedRecord>> {
  const table = projectedTable(type);
  const isOneOfThem = anyOf(table.id, ids);
  // In one order: two writers that lock the same rows wait for each other, and do not stand in each other's way.
  const rows = await db.select().from(table).where(isOneOfThem).orderBy(table.id).for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writes the projection over the row and raises its version. */
export async function updateRecord(db: Db, type: ProjectedType, id: string, columns: Columns): Promise<void> {
  const table = PROJECTED_TABLES[type];
  await db
    .update(table)
    .set({ ...columns, version: sql`${table.version} + 1` } as never)
    .where(eq(table.id, id));
}

/** Raises the version of rows that stay as they are, because what stands beside them changed. */
export async function raiseVersions(db: Db, type: ProjectedType, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const table = projectedTable(type);
  await db
    .update(table)
    .set({ version: sql`${table.version} + 1` })
    .where(anyOf(table.id, ids));
}

/** The same for the visibility of many. */
export async function setVisibility(
  db: Db,
  type: ProjectedType,
  ids: readonly string[],
  visibility: Visibility,
): Promise<void> {
  const table = projectedTable(type);
  await db
    .update(table)
    .set({ visibility, version: sql`${table.version} + 1` })
    .where(anyOf(table.id, ids));
}

export type NewRecordVersion = {
  recordType: RecordType;
  recordId: string;
  version: number;
  snapshot: unknown;
  changedBy: string;
  reason: string;
};

/** Keeps what the records were, by whom they were changed and why. */
export async function insertRecordVersions(db: Db, entries: readonly NewRecordVersion[]): Promise<void> {
  await insertRows(db, recordVersions, entries);
}

/** The slugs already in use that are one of `bases`, or one of them with a number behind. */
export async function findTakenSlugs(
  db: Db,
  type: ProjectedType,
  bases: readonly string[],
): Promise<Set<string>> {
  const { slug } = PROJECTED_TABLES[type];
  const wanted = new Set(bases);
  const rows = await db
    .select({ slug })
    .from(PROJECTED_TABLES[type])
    .where(
      or(anyOf(slug, wanted, "text"), anyOf(sql`regexp_replace(${slug}, '-[0-9]+$', '')`, wanted, "text")),
    );
  return new Set(rows.map((row) => row.slug));
}

/** The rows beside records that project their many-valued claims; each function adds, none takes away. */
export type ServiceSides = { id: string; areaIds: readonly string[]; contractIds: readonly string[] };
export type PlaceSides = {
  id: string;
  identifiers: readonly PlaceIdentifier[];
  /** Each address with the ids of the areas it lies in. */
  addresses: readonly { address: AddressValue; areaIds: readonly string[] }[];
  registrations: readonly PlaceRegistration[];
};

export async function insertServiceSides(db: Db, list: readonly ServiceSides[]): Promise<void> {
  const areaRows = list.flatMap(({ id, areaIds }) => areaIds.map((areaId) => ({ serviceId: id, areaId })));
  const contractRows = list.flatMap(({ id, contractIds }) =>
    contractIds.map((contractId) => ({ serviceId: id, contractId })),
  );
  await insertRows(db, serviceAreas, areaRows);
  await insertRows(db, serviceContracts, contractRows);
}

export async function replaceServiceSides(db: Db, list: readonly ServiceSides[]): Promise<void> {
  const ids = list.map(({ id }) => id);
  await db.delete(serviceAreas).where(anyOf(serviceAreas.serviceId, ids));
  await db.delete(serviceContracts).where(anyOf(serviceContracts.serviceId, ids));
  await insertServiceSides(db, list);
}

export async function insertPlaceSides(db: Db, list: readonly PlaceSides[]): Promise<void> {
  const identifiers = list.flatMap((place) =>
    place.identifiers.map(({ scheme, code, from, to, isListed }) => ({
      placeId: place.id,
      scheme,
      code,
      validFrom: from,
      validTo: to,
      isListed,
    })),
  );
  const addresses = list.flatMap((place) =>
    place.addresses.map(({ address, areaIds }) => ({
      row: { ...address, id: randomUUID(), placeId: place.id, isMain: address.key === "main" },
      areaIds,
    })),
  );
  const lying = addresses.flatMap(({ row, areaIds }) =>
    areaIds.map((areaId) => ({ addressId: row.id, areaId })),
  );
  await insertRows(db, placeIdentifiers, identifiers);
  await insertRows(
    db,
    placeAddresses,
    addresses.map(({ row }) => row),
  );
  await insertRows(db, addressAreas, lying);
  await insertRows(
    db,
    placeRegistrations,
    list.flatMap(({ id: placeId, registrations }) => registrations.map((row) => ({ ...row, placeId }))),
  );
}

const NO_SIDES = { identifiers: [], addresses: [], registrations: [] };

export async function replaceRegistrations(
  db: Db,
  list: readonly Pick<PlaceSides, "id" | "registrations">[],
): Promise<void> {
  const ids = list.map(({ id }) => id);
  await db.delete(placeRegistrations).where(anyOf(placeRegistrations.placeId, ids));
  await insertPlaceSides(
    db,
    list.map(({ id, registrations }) => ({ ...NO_SIDES, id, registrations })),
  );
}

export async function replaceIdentifiers(
  db: Db,
  list: readonly Pick<PlaceSides, "id" | "identifiers">[],
): Promise<void> {
  const ids = list.map(({ id }) => id);
  await db.delete(placeIdentifiers).where(anyOf(placeIdentifiers.placeId, ids));
  await insertPlaceSides(
    db,
    list.map(({ id, identifiers }) => ({ ...NO_SIDES, id, identifiers })),
  );
}

export async function replaceAddresses(
  db: Db,
  list: readonly Pick<PlaceSides, "id" | "addresses">[],
): Promise<void> {
  const ids = list.map(({ id }) => id);
  await db.delete(placeAddresses).where(anyOf(placeAddresses.placeId, ids));
  await insertPlaceSides(
    db,
    list.map(({ id, addresses }) => ({ ...NO_SIDES, id, addresses })),
  );
}
