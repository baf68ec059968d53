import { and, eq, exists, inArray, isNotNull, isNull, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isCounted } from "@/db/queries/claims";
import { contractName } from "@/db/queries/claims-read";
import {
  insertRecordVersions,
  PROJECTED_TABLES,
  type ProjectedType,
  projectedTable,
} from "@/db/queries/projections";
import { withholdings } from "@/db/schema/brake";
import { checks, placeIdentifiers, places, providers } from "@/db/schema/places";
import { recordChanges, reports } from "@/db/schema/reports";
import { contracts, serviceContracts, services } from "@/db/schema/services";
import { batches, claims, sources } from "@/db/schema/sources";
import type { Claim, RecordType } from "@/domain/claims/claim";
import { DOUBT_FIELD } from "@/domain/claims/doubt";
import { keysOf } from "@/domain/lists/keys-of";

/** What an import made and changed, for undoing it. */

export type BatchRecord = { type: ProjectedType; id: string };

/** Ids of the records that came with a batch. */
export async function findRecordsOfBatch(db: Db, batchId: string): Promise<BatchRecord[]> {
  const found: BatchRecord[] = [];
  for (const type of keysOf(PROJECTED_TABLES)) {
    const table = projectedTable(type);
    const rows = await db.select({ id: table.id }).from(table).where(eq(table.batchId, batchId));
    found.push(...rows.map(({ id }) => ({ type, id })));
  }
  return found;
}

/** Every claim of a batch, whether it counts or not. */
export async function findClaimsOfBatch(db: Db, batchId: string): Promise<Claim[]> {
  return db.select().from(claims).where(eq(claims.batchId, batchId)).orderBy(claims.recordedAt, claims.id);
}

/**
 * Records of these that claims of others than the batch are about, with the batch of each: one that was undone says
 * nothing. Nor does a doubt: it says of a record that it may not be there. Nor does a register of places
 * that lifts one: it knows of no service: else it would keep what a wrong list made.
 */
export async function findClaimedByOthers(
  db: Db,
  batchId: string,
  ids: readonly string[],
): Promise<{ type: RecordType; id: string; field: string; by: string | null }[]> {
  return db
    .selectDistinct({
      type: claims.recordType,
      id: claims.recordId,
      field: claims.field,
      by: claims.batchId,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        anyOf(claims.recordId, ids),
        sql`${claims.batchId} is distinct from ${batchId}`,
        isCounted(db),
        sql`(${claims.field} <> ${DOUBT_FIELD}
          or (coalesce(${claims.value}, 'null') = 'null' and ${sources.kind} <> 'register'))`,
      ),
    );
}

const NONE = sql<null>`null::uuid`;

/** A record that others rely on: `by` is the batch of what refers to it, null for what came with none. */
export type Reliance = { id: string; by: string | null };

/**
 * Of records that came with a batch, those that something refers to which did not come with it: a service that was
 * reported at an imported place, a check of it, a report about it. What was withdrawn refers to nothing. Ask once the
 * others' rows say again what they said before.
 */
export async function findReferredTo(db: Db, batchId: string, ids: readonly string[]): Promise<Reliance[]> {
  const standsElsewhere = ({ batchId: by, withdrawnAt }: { batchId: PgColumn; withdrawnAt: PgColumn }) =>
    and(sql`${by} is distinct from ${batchId}`, isNull(withdrawnAt));
  const rows = [
    ...(await db
      .select({
        a: services.placeId,
        b: services.providerId,
        c: services.commissionerId,
        by: services.batchId,
      })
      .from(services)
      .where(
        and(
          standsElsewhere(services),
          or(
            anyOf(services.placeId, ids),
            anyOf(services.providerId, ids),
            anyOf(services.commissionerId, ids),
          ),
        ),
      )),
    ...(await db
      .select({ a: contracts.holderId, b: contracts.commissionerId, c: NONE, by: contracts.batchId })
      .from(contracts)
      .where(
        and(
          standsElsewhere(contracts),
          or(anyOf(contracts.holderId, ids), anyOf(contracts.commissionerId, ids)),
        ),
      )),
    ...(await db
      .select({ a: serviceContracts.contractId, b: NONE, c: NONE, by: services.batchId })
      .from(serviceContracts)
      .innerJoin(services, eq(services.id, serviceContracts.serviceId))
      .where(and(standsElsewhere(services), anyOf(serviceContracts.contractId, ids)))),
    ...(await db
      .select({ a: providers.parentId, b: providers.mergedInto, c: NONE, by: providers.batchId })
      .from(providers)
      .where(
        and(standsElsewhere(providers), or(anyOf(providers.parentId, ids), anyOf(providers.mergedInto, ids))),
      )),
    ...(await db
      .select({ a: places.mergedInto, b: NONE, c: NONE, by: places.batchId })
      .from(places)
      .where(and(standsElsewhere(places), anyOf(places.mergedInto, ids)))),
    ...(await db
      .select({ a: services.successorId, b: NONE, c: NONE, by: services.batchId })
      .from(services)
      .where(and(standsElsewhere(services), anyOf(services.successorId, ids)))),
    ...(await db
      .select({ a: services.mergedInto, b: NONE, c: NONE, by: sql<string | null>`${mergeOf(db)}` })
      .from(services)
      .where(and(standsElsewhere(services), anyOf(services.mergedInto, ids)))),
    ...(await db
      .select({ a: checks.placeId, b: NONE, c: NONE, by: checks.batchId })
      .from(checks)
      .where(and(anyOf(checks.placeId, ids), isOfAnother(db, checks.batchId, batchId)))),
    // The report of a change says no more than the change itself, and nothing once that was undone.
    ...(await db
      .select({ a: reports.publishedServiceId, b: NONE, c: NONE, by: reports.batchId })
      .from(reports)
      .where(and(anyOf(reports.publishedServiceId, ids), isOfAnother(db, reports.batchId, batchId)))),
    ...(await db
      .select({ a: reports.duplicateOfServiceId, b: NONE, c: NONE, by: NONE })
      .from(reports)
      .where(anyOf(reports.duplicateOfServiceId, ids))),
  ];
  const wanted = new Set(ids);
  return rows.flatMap(({ a, b, c, by }) =>
    [a, b, c].flatMap((id) => (id !== null && wanted.has(id) ? [{ id, by }] : [])),
  );
}

/** Of no batch, or of another one than this that stands. */
function isOfAnother(db: Db, column: PgColumn, batchId: string): SQL | undefined {
  const standing = db.select({ id: batches.id }).from(batches).where(isNull(batches.undoneAt));
  return or(isNull(column), and(ne(column, batchId), inArray(column, standing)));
}

/** The change that merged a service, if one did: undoing that lets it stand by itself. */
function mergeOf(db: Db) {
  return db
    .select({ id: recordChanges.batchId })
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(
      and(
        eq(recordChanges.recordId, services.id),
        sql`${recordChanges.proposal}->>'kind' = 'same-as'`,
        isNull(batches.undoneAt),
      ),
    )
    .limit(1);
}

/** Makes records those of another batch, which relies on them: undoing that one takes them along. */
export async function handOver(
  db: Db,
  type: ProjectedType,
  ids: readonly string[],
  batchId: string,
): Promise<void> {
  if (ids.length === 0) return;
  const table = projectedTable(type);
  await db.update(table).set({ batchId }).where(anyOf(table.id, ids));
}

/** Keeps what many records were, as `insertRecordVersion` does for one; locks them meanwhile. */
export async function keepVersions(
  db: Db,
  type: ProjectedType,
  ids: readonly string[],
  { changedBy, reason }: { changedBy: string; reason: string },
): Promise<void> {
  const table = projectedTable(type);
  for (let from = 0; from < ids.length; from += CHUNK) {
    const wanted = anyOf(table.id, ids.slice(from, from + CHUNK));
    const rows = await db.select().from(table).where(wanted).for("update");
    const entries = rows.map((snapshot) => ({
      recordType: type,
      recordId: snapshot.id,
      version: snapshot.version,
      snapshot,
      changedBy,
      reason,
    }));
    await insertRecordVersions(db, entries);
  }
}

/** Codes of places that are gone: a register that is loaded later must not meet them. */
export async function forgetIdentifiers(db: Db, placeIds: readonly string[]): Promise<void> {
  await db.delete(placeIdentifiers).where(anyOf(placeIdentifiers.placeId, placeIds));
}

/** Rows that are read at a time. */
const CHUNK = 2000;

/**
 * Takes records off every page. Their addresses are free again, so that a second import has the same ones. What a
 * moderator had taken off before is left as it is: undoing an import must not let it come back. What is off the site only because a source
 * is, is withdrawn like the others: nobody spoke of it.
 */
export async function withdrawRecords(
  db: Db,
  type: ProjectedType,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const table = projectedTable(type);
  await db
    .update(table)
    .set({
      visibility: "withheld",
      withdrawnAt: at,
      slug: sql`'withdrawn-' || ${table.id}::text`,
      sourceKey: null,
      version: sql`${table.version} + 1`,
    })
    .where(
      and(
        anyOf(table.id, ids),
        or(notInArray(table.visibility, ["withheld", "erased"]), wentAlong(db, table.id)),
      ),
    );
}

/** Of a withheld record: it went with a source and by nobody's hand. */
function wentAlong(db: Db, id: PgColumn): SQL {
  const { recordId, restoredAt, sourceId } = withholdings;
  const open = and(eq(recordId, id), isNull(restoredAt), isNotNull(sourceId));
  return exists(db.select({ id: recordId }).from(withholdings).where(open));
}

/** Names and addresses of records, for telling which ones were kept. */
export async function findNamesOf(
  db: Db,
  records: readonly BatchRecord[],
): Promise<Map<string, { name: string; slug: string }>> {
  const names = new Map<string, { name: string; slug: string }>();
  for (const type of keysOf(PROJECTED_TABLES)) {
    const table = projectedTable(type);
    const ids = records.filter((record) => record.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const name = type === "contract" ? contractName : table.name;
    const rows = await db
      .select({ id: table.id, name, slug: table.slug })
      .from(table)
      .where(inArray(table.id, ids));
    for (const row of rows) names.set(row.id, { name: row.name, slug: row.slug });
  }
  return names;
}
