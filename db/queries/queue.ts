import {
  and,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  min,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { plainNameOf } from "@/db/queries/plain-name";
import type { QueuedReport, ReportRow } from "@/db/queries/reports";
import { areas } from "@/db/schema/areas";
import { addressAreas, placeAddresses, places, providers } from "@/db/schema/places";
import { reportRevisions, reports } from "@/db/schema/reports";
import { serviceAreas, services } from "@/db/schema/services";
import { batches, claims } from "@/db/schema/sources";
import { allBegin } from "@/db/schema/text-words";
import { plainName } from "@/domain/names/plain-name";
import { CHANGE_FORMAT } from "@/domain/records/change-batch";
import type { EntryType } from "@/domain/records/entry-path";
import type { AccountRecord, QueueGroup } from "@/domain/reports/queue";
import type { QueueGrouping } from "@/domain/reports/queue-address";
import type { ReportLane } from "@/domain/reports/queue-lane";
import type { ServiceCategory } from "@/domain/services/category";
import { PUBLIC_VISIBILITIES } from "@/domain/services/service";

/** Which of the reports that wait; what is null asks for nothing. */
export type QueueQuery = {
  lane: ReportLane | null;
  /** Beginnings of words, each as `normaliseName` writes it, that all must be there. */
  words: readonly string[];
  areaIds: readonly string[] | null;
  category: ServiceCategory | null;
  /** Sent then or before. */
  until: Date | null;
  heldBy: string | null;
  /** Nobody holds it at `now`. */
  isFree: boolean;
  town: string | null;
  sourceOf: string | null;
  batchId: string | null;
  authorId: string | null;
  /** The areas that whoever asks is limited to; null for no limit. */
  within: readonly string[] | null;
  now: Date;
};

const waits = isNotNull(reports.lane);
const oldestFirst = [asc(reports.submittedAt), asc(reports.id)];

function matches(query: QueueQuery): SQL | undefined {
  const { now } = query;
  return and(
    waits,
    query.lane === null ? undefined : eq(reports.lane, query.lane),
    query.words.length === 0
      ? undefined
      : // Both sides are words of `normaliseName` already: PostgreSQL's own parser would read "unit-5" as "unit" and minus five.
        sql`array_to_tsvector(${reports.words}) @@ ${allBegin(query.words)}`,
    query.areaIds === null ? undefined : arrayOverlaps(reports.areaIds, [...query.areaIds]),
    query.category === null ? undefined : eq(reports.category, query.category),
    query.until === null ? undefined : lte(reports.submittedAt, query.until),
    query.heldBy === null ? undefined : and(eq(reports.heldBy, query.heldBy), gt(reports.holdExpiresAt, now)),
    query.isFree ? or(isNull(reports.heldBy), lte(reports.holdExpiresAt, now)) : undefined,
    query.town === null ? undefined : sql`lower(${reports.town}) = ${query.town.toLowerCase()}`,
    query.sourceOf === null ? undefined : eq(reports.sourceOf, query.sourceOf),
    query.batchId === null ? undefined : eq(reports.entryBatchId, query.batchId),
    query.authorId === null ? undefined : eq(reports.authorId, query.authorId),
    liesWithin(query.within),
  );
}

function liesWithin(areaIds: readonly string[] | null): SQL | undefined {
  return areaIds === null ? undefined : arrayOverlaps(reports.areaIds, [...areaIds]);
}

/** Behind this report in the order of the queue, wherever that stands now. */
function isAfter(id: string): SQL {
  return sql`(${reports.submittedAt}, ${reports.id}) > (select r.submitted_at, r.id from reports r where r.id = ${id})`;
}

/** One page of the reports that match, with their newest revision, those that wait longest first. */
export async function findQueuePage(
  db: Db,
  query: QueueQuery,
  { after, limit }: { after: string | null; limit: number },
): Promise<QueuedReport[]> {
  const rows = await db
    .select({ report: reports, proposal: reportRevisions.proposal })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(and(matches(query), after === null ? undefined : isAfter(after)))
    .orderBy(...oldestFirst)
    .limit(limit);
  return rows.map(({ report, proposal }) => ({ ...report, proposal }));
}

/** How many reports match, and no more than `most`: a page says "more than" then. */
export async function countQueue(db: Db, query: QueueQuery, most: number): Promise<number> {
  // In the order of the queue, so that an index is read as far as needed, and never the table.
  const some = db
    .select({ id: reports.id })
    .from(reports)
    .where(matches(query))
    .orderBy(...oldestFirst)
    .limit(most)
    .as("some");
  return db.$count(some);
}

/** How many reports wait in each lane. @param within the areas that whoever asks is limited to; null for no limit. */
export async function countLanes(db: Db, within: readonly string[] | null): Promise<Map<ReportLane, number>> {
  const rows = await db
    .select({ lane: reports.lane, number: count() })
    .from(reports)
    .where(and(waits, liesWithin(within)))
    .groupBy(reports.lane);
  return new Map(rows.flatMap(({ lane, number }) => (lane === null ? [] : [[lane, number] as const])));
}

const GROUPED = {
  author: sql<string | null>`${reports.authorId}::text`,
  source: sql<string | null>`nullif(${reports.sourceOf}, '')`,
  town: sql<string | null>`nullif(lower(${reports.town}), '')`,
  batch: sql<string | null>`${reports.entryBatchId}::text`,
} satisfies Record<QueueGrouping, SQL>;
const CALLED = {
  author: sql<string | null>`null`,
  source: sql<string | null>`min(nullif(${reports.sourceOf}, ''))`,
  town: sql<string | null>`min(nullif(${reports.town}, ''))`,
  batch: sql<string | null>`${reports.entryBatchId}::text`,
} satisfies Record<QueueGrouping, SQL>;

/** The reports that match by what they have in common, the largest groups first; of an author's the key is not told. */
export async function groupQueue(
  db: Db,
  query: QueueQuery,
  by: QueueGrouping,
  limit: number,
): Promise<Omit<QueueGroup, "name">[]> {
  const rows = await db
    .select({
      key: CALLED[by],
      report: sql<string>`(array_agg(${reports.id} order by ${reports.submittedAt}, ${reports.id}))[1]`,
      count: count(),
      oldest: min(reports.submittedAt),
    })
    .from(reports)
    .where(and(matches(query), isNotNull(GROUPED[by])))
    .groupBy(by === "batch" ? reports.entryBatchId : GROUPED[by])
    .orderBy(desc(count()), asc(min(reports.submittedAt)))
    .limit(limit);
  return rows;
}

/**
 * The next report that somebody may take, locked: whoever asks at the same moment is given the one behind it. Without their own,
 * those whose decision is appealed from them, and those that they approved first.
 * @param after a report that they come from; null begins with the oldest.
 */
export async function lockNextReport(
  db: Db,
  query: QueueQuery,
  { actorId, after }: { actorId: string; after: string | null },
): Promise<ReportRow | undefined> {
  const isNot = (column: typeof reports.appealedFrom | typeof reports.firstDeciderId) =>
    or(isNull(column), sql`${column} <> ${actorId}`);
  const next = db
    .select()
    .from(reports)
    .where(
      and(
        matches(query),
        inArray(reports.state, ["submitted", "awaiting-second"]),
        sql`${reports.authorId} <> ${actorId}`,
        isNot(reports.appealedFrom),
        isNot(reports.firstDeciderId),
        after === null ? undefined : isAfter(after),
      ),
    )
    .orderBy(...oldestFirst)
    .limit(1)
    .$dynamic();
  const [free] = await next.for("update", { skipLocked: true });
  if (free) return free;
  // Somebody may write a report without taking it: only who waits for them may say that none is left.
  const [waitedFor] = await next.for("update");
  return waitedFor;
}

/** Whose report this is: for finding the others of the same account, and told to nobody. */
export async function findAuthorOf(db: Db, reportId: string): Promise<string | undefined> {
  const [row] = await db.select({ authorId: reports.authorId }).from(reports).where(eq(reports.id, reportId));
  return row?.authorId;
}

/** Of reports joined with the service that they published and the change that they made: whether what was approved still stands. */
export const standsYet = and(
  eq(reports.state, "approved"),
  or(isNull(services.id), inArray(services.visibility, [...PUBLIC_VISIBILITIES, "merged"])),
  or(isNull(batches.id), eq(batches.state, "approved")),
);

/**
 * What became of what these accounts sent. What was approved stands while its entry is on the site and its change was not taken back;
 * an entry that has ended since, or was merged into another, was right.
 */
export async function countAccountRecords(
  db: Db,
  authorIds: readonly string[],
): Promise<Map<string, AccountRecord>> {
  if (authorIds.length === 0) return new Map();
  const rows = await db
    .select({
      authorId: reports.authorId,
      sent: count(),
      standing: sql<number>`count(*) filter (where ${standsYet})::int`,
      decided: sql<number>`count(*) filter (where ${inArray(reports.state, ["approved", "rejected", "duplicate"])})::int`,
    })
    .from(reports)
    .leftJoin(services, eq(services.id, reports.publishedServiceId))
    .leftJoin(batches, eq(batches.id, reports.batchId))
    .where(and(anyOf(reports.authorId, authorIds), gt(reports.revision, 0)))
    .groupBy(reports.authorId);
  return new Map(rows.map(({ authorId, ...record }) => [authorId, record]));
}

/** Areas of this name, of every kind, those of before among them; beginning with it where none bears it whole. */
export async function findAreasCalled(db: Db, name: string): Promise<string[]> {
  const plain = plainName(name);
  if (plain === "") return [];
  const called = async (condition: (text: SQL<string>) => SQL) => {
    const rows = await db
      .select({ id: areas.id })
      .from(areas)
      .where(
        or(condition(plainNameOf(areas.nameEn)), condition(plainNameOf(sql`coalesce(${areas.nameCy}, '')`))),
      )
      .limit(200);
    return rows.map(({ id }) => id);
  };
  const exact = await called((text) => sql`${text} = ${plain}`);
  return exact.length > 0 ? exact : called((text) => sql`starts_with(${text}, ${plain})`);
}

/** Reports that wait and have not been read off since they were sent last. */
export async function findUnlisted(db: Db, limit: number): Promise<QueuedReport[]> {
  const rows = await db
    .select({ report: reports, proposal: reportRevisions.proposal })
    .from(reports)
    .innerJoin(
      reportRevisions,
      and(eq(reportRevisions.reportId, reports.id), eq(reportRevisions.number, reports.revision)),
    )
    .where(and(waits, sql`listed_revision < revision`))
    .limit(limit);
  return rows.map(({ report, proposal }) => ({ ...report, proposal }));
}

/** What a report is searched and grouped by. */
export type Listing = Pick<
  ReportRow,
  "category" | "town" | "sourceOf" | "areaIds" | "entryBatchId" | "words"
>;

/** Keeps what was read off a revision. No move: the report stays as its readers saw it. */
export async function keepListing(
  db: Db,
  { id, revision }: Pick<ReportRow, "id" | "revision">,
  listing: Listing,
): Promise<void> {
  await db
    .update(reports)
    .set({ ...listing, listedRevision: revision })
    .where(and(eq(reports.id, id), eq(reports.revision, revision), waits, sql`listed_revision < revision`));
}

/** Of an entry that a report is about: its kind of care, its town and the areas that it lies in or serves. */
export async function findEntryListing(
  db: Db,
  { type, id }: { type: EntryType; id: string },
): Promise<Pick<Listing, "category" | "town" | "areaIds">> {
  const nothing = { category: null, town: "", areaIds: [] };
  if (type === "provider") return nothing;
  const served = sql`select ${serviceAreas.areaId} as area from ${serviceAreas} where ${serviceAreas.serviceId} = ${services.id} union`;
  const lies = sql`select ${addressAreas.areaId} as area from ${addressAreas} where ${addressAreas.addressId} = ${placeAddresses.id}`;
  const areaIds = (of: SQL) => sql<string[]>`array(select area from (${of}) as near order by area)`;
  const town = sql<string>`coalesce(${placeAddresses.town}, '')`;
  const [row] =
    type === "service"
      ? await db
          .select({ category: services.category, town, areaIds: areaIds(sql`${served} ${lies}`) })
          .from(services)
          .leftJoin(
            placeAddresses,
            and(
              eq(placeAddresses.placeId, services.placeId),
              sql`${placeAddresses.key} = coalesce(${services.addressKey}, 'main')`,
            ),
          )
          .where(eq(services.id, id))
      : await db
          .select({ category: sql<null>`null`, town, areaIds: areaIds(lies) })
          .from(places)
          .leftJoin(
            placeAddresses,
            and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)),
          )
          .where(eq(places.id, id));
  return row ?? nothing;
}

/** The import that brought an entry: that of its first fact. One that a report brought came with none. */
export async function findEntryBatch(db: Db, type: EntryType, id: string): Promise<string | null> {
  const [row] = await db
    .select({
      batchId: sql<
        string | null
      >`case when ${batches.format} is distinct from ${CHANGE_FORMAT} then ${claims.batchId} end`,
    })
    .from(claims)
    .leftJoin(batches, eq(batches.id, claims.batchId))
    .where(and(eq(claims.recordType, type), eq(claims.recordId, id)))
    .orderBy(asc(claims.recordedAt), asc(claims.id))
    .limit(1);
  return row?.batchId ?? null;
}

const ENTRIES = { service: services, place: places, provider: providers } as const;

/** Which of these entries are marked as disputed. */
export async function findDisputedEntries(
  db: Db,
  entries: readonly { type: EntryType; id: string }[],
): Promise<Set<string>> {
  const disputed = new Set<string>();
  for (const type of ["service", "place", "provider"] as const) {
    const ids = entries.filter((entry) => entry.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const table = ENTRIES[type];
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(and(anyOf(table.id, ids), eq(table.visibility, "disputed")));
    for (const { id } of rows) disputed.add(id);
  }
  return disputed;
}

/** What imports are called. */
export async function findBatchTitles(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: batches.id, title: batches.title })
    .from(batches)
    .where(anyOf(batches.id, ids));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
