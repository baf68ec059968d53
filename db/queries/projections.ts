import { eq, like, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  addressAreas,
  commissioners,
  placeAddresses,
  placeIdentifiers,
  places,
  providers,
} from "@/db/schema/places";
import { contracts, serviceAreas, serviceContracts, services } from "@/db/schema/services";
import { recordVersions } from "@/db/schema/sources";
import type { AddressValue, RecordType } from "@/domain/claims/claim";
import type { PlaceIdentifier } from "@/domain/claims/projection";
import type { Visibility } from "@/domain/services/service";

/** Tables whose rows are projections of claims. Areas are reference data and have no such row. */
const TABLES = {
  service: services,
  place: places,
  provider: providers,
  commissioner: commissioners,
  contract: contracts,
};
export type ProjectedType = keyof typeof TABLES;

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

/** Writes a record that is new. `columns` is its projection; the keys are those of the table. */
export async function insertRecord(
  db: Db,
  type: ProjectedType,
  row: NewRecordRow,
  columns: Columns,
): Promise<void> {
  await db.insert(TABLES[type]).values({ ...columns, ...row } as never);
}

/** The row as it stands, locked against a second writer; undefined when there is none. */
export async function lockRecord(
  db: Db,
  type: ProjectedType,
  id: string,
): Promise<(Columns & { version: number }) | undefined> {
  const table = TABLES[type];
  const [row] = await db.select().from(table).where(eq(table.id, id)).for("update");
  return row;
}

/** Writes the projection over the row and raises its version. */
export async function updateRecord(db: Db, type: ProjectedType, id: string, columns: Columns): Promise<void> {
  const table = TABLES[type];
  await db
    .update(table)
    .set({ ...columns, version: sql`${table.version} + 1` } as never)
    .where(eq(table.id, id));
}

/** Keeps what the record was, by whom it was changed and why. */
export async function insertRecordVersion(
  db: Db,
  entry: {
    recordType: RecordType;
    recordId: string;
    version: number;
    snapshot: unknown;
    changedBy: string;
    reason: string;
  },
): Promise<void> {
  await db.insert(recordVersions).values(entry);
}

/** The slugs already in use that begin with `base`. */
export async function findTakenSlugs(db: Db, type: ProjectedType, base: string): Promise<Set<string>> {
  const table = TABLES[type];
  const rows = await db
    .select({ slug: table.slug })
    .from(table)
    .where(or(eq(table.slug, base), like(table.slug, `${base}-%`)));
  return new Set(rows.map(({ slug }) => slug));
}

export async function replaceServiceAreas(
  db: Db,
  serviceId: string,
  areaIds: readonly string[],
): Promise<void> {
  await db.delete(serviceAreas).where(eq(serviceAreas.serviceId, serviceId));
  if (areaIds.length > 0)
    await db.insert(serviceAreas).values(areaIds.map((areaId) => ({ serviceId, areaId })));
}

export async function replaceServiceContracts(
  db: Db,
  serviceId: string,
  ids: readonly string[],
): Promise<void> {
  await db.delete(serviceContracts).where(eq(serviceContracts.serviceId, serviceId));
  if (ids.length > 0)
    await db.insert(serviceContracts).values(ids.map((contractId) => ({ serviceId, contractId })));
}

export async function replaceIdentifiers(
  db: Db,
  placeId: string,
  list: readonly PlaceIdentifier[],
): Promise<void> {
  await db.delete(placeIdentifiers).where(eq(placeIdentifiers.placeId, placeId));
  if (list.length === 0) return;
  await db
    .insert(placeIdentifiers)
    .values(
      list.map(({ scheme, code, from, to }) => ({ placeId, scheme, code, validFrom: from, validTo: to })),
    );
}

/** @param list each address with the ids of the areas it lies in. */
export async function replaceAddresses(
  db: Db,
  placeId: string,
  list: readonly { address: AddressValue; areaIds: readonly string[] }[],
): Promise<void> {
  await db.delete(placeAddresses).where(eq(placeAddresses.placeId, placeId));
  for (const { address, areaIds } of list) {
    const [row] = await db
      .insert(placeAddresses)
      .values({ ...address, placeId, isMain: address.key === "main" })
      .returning({ id: placeAddresses.id });
    if (row && areaIds.length > 0) {
      await db.insert(addressAreas).values(areaIds.map((areaId) => ({ addressId: row.id, areaId })));
    }
  }
}
