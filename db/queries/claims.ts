import { and, asc, eq, isNotNull, isNull, not, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { insertRows } from "@/db/queries/insert-rows";
import { isDropped } from "@/db/queries/is-dropped";
import { batches, claims, sources } from "@/db/schema/sources";
import type { Claim, RecordType } from "@/domain/claims/claim";

export type NewClaimRow = typeof claims.$inferInsert;

/**
 * Claims that count: those of an import that was undone do not, nor those of a source that is withheld, or that was dropped from the entry. Every query that
 * reads claims has this condition, and reads `supersededBy` through `supersededByCounted`.
 */
export function isCounted(db: Db): SQL | undefined {
  const undone = db.select({ id: batches.id }).from(batches).where(isNotNull(batches.undoneAt));
  const withheld = db.select({ id: sources.id }).from(sources).where(isNotNull(sources.withheldAt));
  return and(
    or(isNull(claims.batchId), notInArray(claims.batchId, undone)),
    notInArray(claims.sourceId, withheld),
    not(isDropped(...OF_CLAIM)),
  );
}

/** Of one claim, as `isDropped` and `droppedWhen` ask. The table is written out: drizzle leaves it off in a query of one table. */
export const OF_CLAIM = [
  sql`"claims"."source_id"`,
  sql`"claims"."record_id"`,
  sql`"claims"."recorded_at"`,
] as const;

/**
 * What replaced a claim, of what counts: where the replacement came with an import or a change that was undone, it is what replaced that
 * one, however long the chain, and null where all of it was undone. The table is written out: drizzle leaves it off in a query of one
 * table. `union` ends a chain that leads back to itself.
 */
export const supersededByCounted = sql<string | null>`(
  case when "claims"."superseded_by" is null then null else (
    with recursive chain as (
      select newer.id, newer.superseded_by, batch.undone_at is not null as is_undone
      from claims newer left join batches batch on batch.id = newer.batch_id
      where newer.id = "claims"."superseded_by"
      union
      select newer.id, newer.superseded_by, batch.undone_at is not null
      from chain join claims newer on newer.id = chain.superseded_by
        left join batches batch on batch.id = newer.batch_id
      where chain.is_undone)
    select chain.id from chain where not chain.is_undone limit 1) end)`;

/**
 * What is quoted of a claim's source today: what a moderator put in its place, else what was recorded. Every query of what pages quote reads
 * this. The table is written out for the same reason.
 */
export const quotedNow = sql<string>`coalesce((
  select edited.says from quote_edits edited
  where edited.source_id = "claims"."source_id" and edited.said = "claims"."says" limit 1), "claims"."says")`;

/**
 * The day (ISO, of the United Kingdom) on which the source of a claim was last read for it: of what the project ships, when it was read, and not when an
 * installation loaded it; of all else, when it was recorded. The table is written out as above.
 */
export const readOn = sql<string>`coalesce(
  (select shipped.read_on from batches shipped where shipped.id = "claims"."batch_id"),
  ("claims"."recorded_at" at time zone 'Europe/London')::date)::text`;

/** What a claim is made of, as it counts today. */
export const CLAIM_COLUMNS = {
  id: claims.id,
  recordType: claims.recordType,
  recordId: claims.recordId,
  field: claims.field,
  value: claims.value,
  validFrom: claims.validFrom,
  validTo: claims.validTo,
  sourceId: claims.sourceId,
  says: quotedNow,
  confirmedOn: claims.confirmedOn,
  recordedAt: claims.recordedAt,
  supersededBy: supersededByCounted,
};

/** Every claim of these records, oldest first. */
export async function findClaimsOf(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
): Promise<Claim[]> {
  if (recordIds.length === 0) return [];
  const isOneOfThem = anyOf(claims.recordId, recordIds);
  return db
    .select(CLAIM_COLUMNS)
    .from(claims)
    .where(and(eq(claims.recordType, recordType), isOneOfThem, isCounted(db)))
    .orderBy(asc(claims.recordedAt), asc(claims.id));
}

/** Claims that these sources make and that count, the oldest first. */
export async function listClaimsOfSources(
  db: Db,
  sourceIds: readonly string[],
): Promise<Pick<Claim, "id" | "recordId" | "field" | "value">[]> {
  const { id, recordId, field, value } = claims;
  return db
    .select({ id, recordId, field, value })
    .from(claims)
    .where(and(anyOf(claims.sourceId, sourceIds), isCounted(db)))
    .orderBy(asc(claims.recordedAt), asc(claims.id));
}

/** As `findClaimsOf`, by record. A record without claims is not in the map. */
export async function findClaimsByRecord(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
): Promise<Map<string, Claim[]>> {
  const byRecord = new Map<string, Claim[]>();
  for (const claim of await findClaimsOf(db, recordType, recordIds)) {
    const held = byRecord.get(claim.recordId);
    if (held) held.push(claim);
    else byRecord.set(claim.recordId, [claim]);
  }
  return byRecord;
}

/** Ids of the records of one type that any claim is about, for rebuilding all of them. */
export async function findClaimedRecordIds(db: Db, recordType: RecordType): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: claims.recordId })
    .from(claims)
    .where(eq(claims.recordType, recordType));
  return rows.map(({ id }) => id);
}

export async function insertClaims(db: Db, rows: readonly NewClaimRow[]): Promise<void> {
  await insertRows(db, claims, rows);
}

/**
 * Marks older claims as replaced, all in one statement. The one change a claim ever sees.
 * @param replaced by the older claim's id, the id of the one that replaces it.
 */
export async function supersedeClaims(db: Db, replaced: ReadonlyMap<string, string>): Promise<void> {
  if (replaced.size === 0) return;
  const pairs = JSON.stringify([...replaced].map(([id, by]) => ({ id, by })));
  await db.execute(sql`
    update ${claims} set superseded_by = pair.by
    from jsonb_to_recordset(${pairs}::text::jsonb) as pair(id uuid, by uuid)
    where claims.id = pair.id`);
}
