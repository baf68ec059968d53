import { and, asc, eq, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { insertRows } from "@/db/queries/insert-rows";
import { withholdings } from "@/db/schema/brake";
import { erasedRecords } from "@/db/schema/erased";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { claims, sources } from "@/db/schema/sources";
import type { RecordType } from "@/domain/claims/claim";
import type { WithheldByHand, WithheldType } from "@/domain/records/withheld";
import type { Visibility } from "@/domain/services/service";

/** What is off the site by the brake. Read by moderators only, whatever a record's visibility. */

export type WithholdingRow = typeof withholdings.$inferSelect;
export type NewWithholding = typeof withholdings.$inferInsert;

const TABLES = { service: services, place: places, provider: providers };

/** A record as a moderator finds it. `visibility` is null for a source. */
export type RecordFound = {
  type: WithheldByHand;
  id: string;
  /** Null for a source, which has no page. */
  slug: string | null;
  name: string;
  visibility: Visibility | null;
};

/** By its slug or id; a source by its id or web address. */
export async function findRecord(
  db: Db,
  type: WithheldByHand,
  ref: string,
): Promise<RecordFound | undefined> {
  if (type === "source") {
    const [row] = await db
      .select({ id: sources.id, name: sources.title })
      .from(sources)
      .where(or(eq(sql`${sources.id}::text`, ref.toLowerCase()), eq(sources.url, ref)))
      .orderBy(asc(sources.createdAt))
      .limit(1);
    return row && { type, slug: null, visibility: null, ...row };
  }
  const table = TABLES[type] as typeof places;
  const [row] = await db
    .select({ id: table.id, slug: table.slug, name: table.name, visibility: table.visibility })
    .from(table)
    .where(or(eq(table.slug, ref), eq(sql`${table.id}::text`, ref.toLowerCase())))
    .limit(1);
  return row && { type, ...row };
}

export async function insertWithholdings(db: Db, rows: readonly NewWithholding[]): Promise<void> {
  await insertRows(db, withholdings, rows);
}

/** The open one of a record, locked; undefined where it was not withheld by the brake. */
export async function lockWithholding(
  db: Db,
  type: WithheldType,
  id: string,
): Promise<WithholdingRow | undefined> {
  const [row] = await db.select().from(withholdings).where(isOpenOf(type, id)).for("update");
  return row;
}

/** The same, for reading. */
export async function findWithholding(
  db: Db,
  type: WithheldType,
  id: string,
): Promise<WithholdingRow | undefined> {
  const [row] = await db.select().from(withholdings).where(isOpenOf(type, id));
  return row;
}

const isOpenOf = (type: WithheldType, id: string) =>
  and(eq(withholdings.recordType, type), eq(withholdings.recordId, id), isNull(withholdings.restoredAt));

/** Open ones of records that went with a source which is no longer withheld. */
export async function findWaitingForSources(db: Db): Promise<WithholdingRow[]> {
  return db
    .select()
    .from(withholdings)
    .where(
      and(
        isNull(withholdings.restoredAt),
        inArray(
          withholdings.sourceId,
          db.select({ id: sources.id }).from(sources).where(isNull(sources.withheldAt)),
        ),
      ),
    )
    .orderBy(asc(withholdings.recordId));
}

export async function closeWithholdings(
  db: Db,
  ids: readonly string[],
  closed: { restoredBy: string; restoredAt: Date; restoredBecause: string },
): Promise<void> {
  if (ids.length === 0) return;
  await db.update(withholdings).set(closed).where(anyOf(withholdings.id, ids));
}

/** What is off the site, the longest first, with its name. What went with a source is counted with that. */
export async function listWithheld(db: Db): Promise<
  (Pick<WithholdingRow, "recordType" | "recordId" | "reason" | "withheldAt" | "withheldBy"> & {
    name: string;
  })[]
> {
  const { recordType, recordId, reason, withheldAt, withheldBy } = withholdings;
  const name = sql<string>`coalesce(${services.name}, ${places.name}, ${providers.name}, ${sources.title}, '')`;
  return db
    .select({ recordType, recordId, reason, withheldAt, withheldBy, name })
    .from(withholdings)
    .leftJoin(services, and(eq(recordType, "service"), eq(services.id, recordId)))
    .leftJoin(places, and(eq(recordType, "place"), eq(places.id, recordId)))
    .leftJoin(providers, and(eq(recordType, "provider"), eq(providers.id, recordId)))
    .leftJoin(sources, and(eq(recordType, "source"), eq(sources.id, recordId)))
    .where(
      and(
        isNull(withholdings.restoredAt),
        isNull(withholdings.sourceId),
        // What was erased stays off for good: nobody can show it again.
        notExists(db.select().from(erasedRecords).where(eq(erasedRecords.recordId, recordId))),
      ),
    )
    .orderBy(asc(withheldAt))
    .limit(500);
}

/** Takes a source off the site, or brings it back. What it says counts accordingly from here on. */
export async function setSourceWithheld(db: Db, id: string, at: Date | null): Promise<void> {
  await db.update(sources).set({ withheldAt: at }).where(eq(sources.id, id));
}

/** Records that a source says anything about, whether it counts or not. */
export async function findRecordsOfSource(
  db: Db,
  sourceId: string,
): Promise<{ type: RecordType; id: string }[]> {
  return db
    .selectDistinct({ type: claims.recordType, id: claims.recordId })
    .from(claims)
    .where(eq(claims.sourceId, sourceId));
}

/** The versions of all entries that a source says anything of, added up: it rises when any of them changes. */
export async function sumVersionsOfSource(db: Db, sourceId: string): Promise<number> {
  const spoken = sql`select record_id from ${claims} where source_id = ${sourceId}`;
  const [row] = await db.execute<{ sum: number }>(sql`
    select (coalesce((select sum(version) from ${services} where id in (${spoken})), 0)
      + coalesce((select sum(version) from ${places} where id in (${spoken})), 0)
      + coalesce((select sum(version) from ${providers} where id in (${spoken})), 0))::int as sum`);
  return row?.sum ?? 0;
}

/**
 * Of these sources, those that are withheld or are the same document as one that is: of its title, publisher and date, or
 * at its web address. Editions of a register share an address and are other documents.
 */
export async function findWithheldAmong(db: Db, sourceIds: readonly string[]): Promise<string[]> {
  if (sourceIds.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    select given.id from ${sources} given
    where ${anyOf(sql`given.id`, new Set(sourceIds))} and exists (
      select 1 from ${sources} gone where gone.withheld_at is not null and (
        gone.id = given.id
        or (gone.title = given.title and gone.publisher = given.publisher
          and gone.published_on is not distinct from given.published_on)
        or (gone.url = given.url and gone.kind not in ('register', 'official-statistics'))))`);
  return [...rows].map(({ id }) => id);
}
