import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Between, isBetween } from "@/db/queries/between";
import { isConfirmed } from "@/db/queries/confirmed";
import { entriesInAreas, entriesInTown } from "@/db/queries/entries-near";
import { areas } from "@/db/schema/areas";
import { complaints, disputes } from "@/db/schema/brake";
import { placeAddresses, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, claims } from "@/db/schema/sources";
import { allBegin, textWords } from "@/db/schema/text-words";
import type { DisputeRead } from "@/domain/claims/dispute";
import type { ComplaintKind } from "@/domain/complaint-kinds";
import type { DisputedType } from "@/domain/complaints/complaint";
import { CHANGE_FORMAT } from "@/domain/records/change-batch";
import type { QueueGroup } from "@/domain/reports/queue";
import type { ComplaintGrouping } from "@/domain/reports/queue-address";
import type { ServiceCategory } from "@/domain/services/category";

export type ComplaintRow = typeof complaints.$inferSelect;
export type NewComplaint = typeof complaints.$inferInsert;

export async function insertComplaint(db: Db, row: NewComplaint): Promise<ComplaintRow> {
  const [stored] = await db.insert(complaints).values(row).returning();
  if (!stored) throw new Error("no complaint was stored");
  return stored;
}

/** A complaint with the same words about the same entry, from the same address or without one, that waits: sent twice by one press. */
export async function findSameComplaint(
  db: Db,
  given: Pick<NewComplaint, "recordId" | "why"> & { email: string | null },
): Promise<Pick<ComplaintRow, "id" | "confirmHash" | "confirmedAt"> | undefined> {
  const { id, confirmHash, confirmedAt } = complaints;
  const [row] = await db
    .select({ id, confirmHash, confirmedAt })
    .from(complaints)
    .where(
      and(
        eq(complaints.recordId, given.recordId),
        sql`${complaints.email} is not distinct from ${given.email}`,
        eq(complaints.why, given.why),
        isNull(complaints.answeredAt),
      ),
    )
    .limit(1);
  return row;
}

/** How many wait that something made dubious. */
export async function countFlaggedComplaints(db: Db): Promise<number> {
  return db.$count(complaints, and(isFlagged, isNull(complaints.answeredAt)));
}

const isFlagged = sql<boolean>`(cardinality(${complaints.flags}) > 0)`;
/** Which of the complaints that wait; what is null asks for nothing. Nothing of who sent one is asked for. */
export type ComplaintQuery = {
  /** Beginnings of words, each as `normaliseName` writes it, that all must be in what was written or in what the entry was called then. */
  words: readonly string[];
  /** Of the entry: where it lies or what it serves, its kind of care, its town, and the import that brought it. */
  areaIds: readonly string[] | null;
  category: ServiceCategory | null;
  /** What they say is wrong. */
  problem: ComplaintKind | null;
  town: string | null;
  batchId: string | null;
  /** Came then or before. */
  until: Date | null;
};
export const ALL_COMPLAINTS: ComplaintQuery = {
  words: [],
  areaIds: null,
  category: null,
  problem: null,
  town: null,
  batchId: null,
  until: null,
};

function matches(query: ComplaintQuery): SQL | undefined {
  const { recordId, createdAt } = complaints;
  return and(
    isWaiting(),
    query.words.length === 0
      ? undefined
      : sql`${textWords(complaints.called, complaints.why)} @@ ${allBegin(query.words)}`,
    query.areaIds === null ? undefined : sql`${recordId} in (${entriesInAreas(query.areaIds)})`,
    query.category === null
      ? undefined
      : sql`${recordId} in (select ${services.id} from ${services} where ${services.category} = ${query.category})`,
    query.problem === null ? undefined : eq(complaints.kind, query.problem),
    query.town === null ? undefined : sql`${recordId} in (${entriesInTown(query.town)})`,
    query.batchId === null
      ? undefined
      : sql`${recordId} in (select ${claims.recordId} from ${claims} where ${claims.batchId} = ${query.batchId})`,
    query.until === null ? undefined : lte(createdAt, query.until),
  );
}

/** Waits for a moderator. */
const isWaiting = () => and(isNull(complaints.answeredAt), isConfirmed(complaints));

const name = sql<string>`coalesce(${services.name}, ${places.name}, ${providers.name}, ${areas.nameEn}, '')`;
const slug = sql<string>`coalesce(${services.slug}, ${places.slug}, ${providers.slug}, ${areas.kind} || '~' || ${areas.slug}, '')`;

export type WaitingComplaint = Pick<ComplaintRow, "id" | "recordType" | "kind" | "createdAt" | "notice"> & {
  name: string;
  /** How many wait about the same entry, this one among them. */
  waiting: number;
  isFlagged: boolean;
  /** When the entry was first taken off the site or marked disputed after it came; null while neither was. */
  decidedAt: Date | null;
};

/** Its entry was taken off the site, or marked as disputed, after it came. */
const decidedAt = sql<Date | null>`least(
  (select min(w.withheld_at) from withholdings w where w.record_type::text = ${complaints.recordType}::text
    and w.record_id = ${complaints.recordId} and w.withheld_at >= ${complaints.createdAt}),
  (select min(d.marked_at) from disputes d where d.record_type = ${complaints.recordType}
    and d.record_id = ${complaints.recordId} and d.marked_at >= ${complaints.createdAt}))`.mapWith(
  complaints.createdAt,
);

/** What could put a person in danger is read before everything else, and what may be of a program after it. */
const unsafeFirst = sql`${isFlagged}, (${complaints.kind} = 'unsafe') desc`;

/**
 * Of each entry that complaints wait about, the one to read first: danger to a person before everything else, then the longest. So a
 * hundred about one entry hide none about another.
 */
export async function listWaitingComplaints(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
  query: ComplaintQuery = ALL_COMPLAINTS,
): Promise<WaitingComplaint[]> {
  const { id, recordType, recordId, kind, createdAt, notice } = complaints;
  const order = sql`${unsafeFirst}, ${createdAt}, ${id}`;
  const ranked = db
    .select({
      rankedId: sql<string>`${id}`.as("ranked_id"),
      rank: sql<number>`row_number() over (partition by ${recordType}, ${recordId} order by ${order})`.as(
        "rank",
      ),
      waiting: sql<number>`(count(*) over (partition by ${recordType}, ${recordId}))::int`.as("waiting"),
    })
    .from(complaints)
    .where(matches(query))
    .as("ranked");
  return withRecord(
    db
      .select({
        id,
        recordType,
        kind,
        createdAt,
        notice,
        name,
        waiting: ranked.waiting,
        isFlagged,
        decidedAt,
      })
      .from(complaints)
      .innerJoin(ranked, and(eq(ranked.rankedId, id), eq(ranked.rank, 1)))
      .$dynamic(),
  )
    .orderBy(order)
    .limit(limit)
    .offset(offset);
}

/** How many wait, and about how many entries. */
export async function countWaitingComplaints(
  db: Db,
  query: ComplaintQuery = ALL_COMPLAINTS,
): Promise<{ total: number; entries: number }> {
  const { recordType, recordId } = complaints;
  const [row] = await db
    .select({
      total: sql<number>`count(*)::int`,
      entries: sql<number>`count(distinct (${recordType}, ${recordId}))::int`,
    })
    .from(complaints)
    .where(matches(query));
  return row ?? { total: 0, entries: 0 };
}

/** What complaints have in common: of its entry each town and each import, as they are sifted by it. */
const IN_COMMON = {
  problem: sql`select ${complaints.kind}::text as key`,
  town: sql`select min(${placeAddresses.town}) as key from ${placeAddresses} where ${placeAddresses.town} <> ''
    and ${placeAddresses.placeId} in (select ${complaints.recordId} union select s.place_id from services s where s.id = ${complaints.recordId})
    group by lower(${placeAddresses.town})`,
  batch: sql`select distinct ${claims.batchId}::text as key from ${claims} join ${batches} on ${batches.id} = ${claims.batchId}
    where ${claims.recordType} in ('service', 'place', 'provider') and ${claims.recordId} = ${complaints.recordId}
    and ${batches.format} is distinct from ${CHANGE_FORMAT}`,
} satisfies Record<ComplaintGrouping, SQL>;

/** Those that match by what they have in common, the largest groups first. One whose entry came by two imports is in two groups. */
export async function groupComplaints(
  db: Db,
  query: ComplaintQuery,
  by: ComplaintGrouping,
  limit: number,
): Promise<Omit<QueueGroup, "name">[]> {
  const key = sql<string>`min(common.key)`;
  return db
    .select({
      key,
      report: sql<string>`(array_agg(${complaints.id} order by ${complaints.createdAt}, ${complaints.id}))[1]`,
      count: count(),
      oldest: min(complaints.createdAt),
    })
    .from(complaints)
    .crossJoinLateral(sql`(${IN_COMMON[by]}) as common`)
    .where(matches(query))
    .groupBy(sql`lower(common.key)`)
    .orderBy(desc(count()), asc(min(complaints.createdAt)), asc(key))
    .limit(limit);
}

/** How many that wait came between two moments: a stranger's comes once its link was opened. */
export async function countComplaintsBetween(db: Db, between: Between): Promise<number> {
  const cameAt = sql`coalesce(${complaints.confirmedAt}, ${complaints.createdAt})`;
  return db.$count(complaints, and(isWaiting(), isBetween(cameAt, between)));
}

/** The others that wait about the same entry, in the order in which they are to be read. */
export async function listOtherComplaints(
  db: Db,
  given: Pick<ComplaintRow, "id" | "recordType" | "recordId">,
  limit: number,
): Promise<Pick<ComplaintRow, "id" | "kind" | "createdAt">[]> {
  const { id, recordType, recordId, kind, createdAt } = complaints;
  return db
    .select({ id, kind, createdAt })
    .from(complaints)
    .where(and(eq(recordType, given.recordType), eq(recordId, given.recordId), ne(id, given.id), isWaiting()))
    .orderBy(unsafeFirst, asc(createdAt), asc(id))
    .limit(limit);
}

/** One with the entry that it is about, whatever that one's visibility: for moderators. */
export async function findComplaint(
  db: Db,
  id: string,
): Promise<(ComplaintRow & { name: string; slug: string; decidedAt: Date | null }) | undefined> {
  const [row] = await withRecord(
    db.select({ complaint: complaints, name, slug, decidedAt }).from(complaints).$dynamic(),
  ).where(and(eq(complaints.id, id), isConfirmed(complaints)));
  return row && { ...row.complaint, name: row.name, slug: row.slug, decidedAt: row.decidedAt };
}

// biome-ignore lint/suspicious/noExplicitAny: drizzle's type of a query that is still being put together
function withRecord<Q extends { leftJoin: any }>(query: Q): Q {
  const { recordType, recordId } = complaints;
  return query
    .leftJoin(services, and(eq(recordType, "service"), eq(services.id, recordId)))
    .leftJoin(places, and(eq(recordType, "place"), eq(places.id, recordId)))
    .leftJoin(providers, and(eq(recordType, "provider"), eq(providers.id, recordId)))
    .leftJoin(areas, and(eq(recordType, "area"), eq(areas.id, recordId)));
}

/** Closes it with its answer. @returns false when somebody answered it since that version. */
export async function closeComplaint(
  db: Db,
  {
    id,
    version,
    ...closed
  }: { id: string; version: number; answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await db
    .update(complaints)
    .set({ ...closed, version: version + 1 })
    .where(and(eq(complaints.id, id), eq(complaints.version, version), isNull(complaints.answeredAt)))
    .returning({ id: complaints.id });
  return rows.length > 0;
}

/** Empties the addresses of complaints that were answered before a moment. */
export async function forgetComplainants(db: Db, answeredBefore: Date): Promise<void> {
  await db
    .update(complaints)
    .set({ email: null })
    .where(and(isNotNull(complaints.email), lt(complaints.answeredAt, answeredBefore)));
}

/** What waited for its link to be opened since before a moment. */
export async function deleteUnconfirmedComplaints(db: Db, sentBefore: Date): Promise<void> {
  const { confirmHash, confirmedAt, createdAt } = complaints;
  await db
    .delete(complaints)
    .where(and(isNotNull(confirmHash), isNull(confirmedAt), lt(createdAt, sentBefore)));
}

/** The complaint that a mailed link confirms, or has confirmed. */
export async function findComplaintOfLink(db: Db, hash: string): Promise<ComplaintRow | undefined> {
  const [row] = await db.select().from(complaints).where(eq(complaints.confirmHash, hash));
  return row;
}

/** @returns false when it was confirmed before. */
export async function confirmComplaint(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(complaints)
    .set({ confirmedAt: at })
    .where(and(eq(complaints.id, id), isNull(complaints.confirmedAt)))
    .returning({ id: complaints.id });
  return rows.length > 0;
}

/** Its receipt was queued. */
export async function acknowledgeComplaint(db: Db, id: string, at: Date): Promise<void> {
  await db.update(complaints).set({ acknowledgedAt: at }).where(eq(complaints.id, id));
}

/** Empties what complaints said that were answered before a moment. What we answered stays. */
export async function forgetComplaintTexts(db: Db, answeredBefore: Date): Promise<void> {
  await db
    .update(complaints)
    .set({ why: "", link: null, notice: null })
    .where(and(ne(complaints.why, ""), lt(complaints.answeredAt, answeredBefore)));
}

export async function insertDispute(db: Db, row: typeof disputes.$inferInsert): Promise<void> {
  await db.insert(disputes).values(row);
}

/** Closes the open disputes about an entry. */
export async function settleDisputes(
  db: Db,
  { recordType, recordId, by, at }: { recordType: DisputedType; recordId: string; by: string; at: Date },
): Promise<void> {
  await db
    .update(disputes)
    .set({ settledBy: by, settledAt: at })
    .where(
      and(eq(disputes.recordType, recordType), eq(disputes.recordId, recordId), isNull(disputes.settledAt)),
    );
}

/** Open disputes about an entry, the newest first. The caller has found the entry by a query that shows it. */
export async function listDisputes(
  db: Db,
  recordType: DisputedType,
  recordId: string,
): Promise<DisputeRead[]> {
  return (await listDisputesOf(db, recordType, [recordId])).map(
    ({ recordId: _about, ...dispute }) => dispute,
  );
}

/** The same of several entries, with whose each is. */
export async function listDisputesOf(
  db: Db,
  recordType: DisputedType,
  recordIds: readonly string[],
): Promise<(DisputeRead & { recordId: string })[]> {
  if (recordIds.length === 0) return [];
  const { id, field, says, markedAt, complaintId } = disputes;
  return db
    .select({
      id,
      field,
      says,
      recordId: disputes.recordId,
      isFromReader: sql<boolean>`${complaintId} is not null`,
      since: sql<string>`to_char(${markedAt} at time zone 'Europe/London', 'YYYY-MM-DD')`,
    })
    .from(disputes)
    .where(
      and(
        eq(disputes.recordType, recordType),
        inArray(disputes.recordId, [...recordIds]),
        isNull(disputes.settledAt),
      ),
    )
    .orderBy(desc(markedAt));
}

/** Whoever sent, approved or changed what an entry says, by report, by an import or without either. */
export async function findMakersOf(db: Db, recordId: string): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ who: string }>(sql`
    with changes as (
      select batch_id, report_id from record_changes where ${recordId}::uuid in (record_id, subject_id)
      union
      -- What was said of a contract that a service runs under, or of who pays for it, stands on its page too.
      select c.batch_id, c.report_id from record_changes c join claims l on l.batch_id = c.batch_id
        where l.record_type in ('contract', 'commissioner') and l.record_id in (
          select contract_id from service_contracts where service_id = ${recordId}::uuid
          union select commissioner_id from services where id = ${recordId}::uuid)
    ), made as (
      select id, author_id from reports where published_service_id = ${recordId}::uuid
      union select r.id, r.author_id from changes c join reports r on r.id = c.report_id)
    select author_id::text as who from made
    union select d.moderator_id::text from decisions d join made on made.id = d.report_id
      where d.verdict in ('approve', 'confirm', 'send-for-second')
    union select b.imported_by from changes c join batches b on b.id = c.batch_id
    union
    select unnest(array_remove(array[b.imported_by, b.approved_by], null)) from batches b
      where b.state = 'approved' and b.id in (select batch_id from claims where record_id = ${recordId}::uuid)`);
  return new Set([...rows].map(({ who }) => who));
}
