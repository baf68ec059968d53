import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claims } from "@/db/schema/sources";
import type { Claim, RecordType } from "@/domain/claims/claim";

export type NewClaimRow = typeof claims.$inferInsert;

const COLUMNS = {
  id: claims.id,
  recordType: claims.recordType,
  recordId: claims.recordId,
  field: claims.field,
  value: claims.value,
  validFrom: claims.validFrom,
  validTo: claims.validTo,
  sourceId: claims.sourceId,
  says: claims.says,
  confirmedOn: claims.confirmedOn,
  recordedAt: claims.recordedAt,
  supersededBy: claims.supersededBy,
};

/** Every claim of these records, oldest first; the caller groups them. */
export async function findClaimsOf(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
): Promise<Claim[]> {
  if (recordIds.length === 0) return [];
  return db
    .select(COLUMNS)
    .from(claims)
    .where(and(eq(claims.recordType, recordType), inArray(claims.recordId, [...recordIds])))
    .orderBy(asc(claims.recordedAt), asc(claims.id));
}

/** Ids of the records of one type that any claim is about, for rebuilding all of them. */
export async function findClaimedRecordIds(db: Db, recordType: RecordType): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: claims.recordId })
    .from(claims)
    .where(eq(claims.recordType, recordType));
  return rows.map(({ id }) => id);
}

/** PostgreSQL takes at most 65,535 parameters a statement; a claim has fifteen. */
const CHUNK = 1000;

export async function insertClaims(db: Db, rows: readonly NewClaimRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await db.insert(claims).values(rows.slice(from, from + CHUNK));
}

/** Marks older claims as replaced by `by`. The one change a claim ever sees. */
export async function supersedeClaims(db: Db, ids: readonly string[], by: string): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(claims)
    .set({ supersededBy: by })
    .where(inArray(claims.id, [...ids]));
}
