import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { CLAIM_COLUMNS, isCounted, OF_CLAIM } from "@/db/queries/claims";
import { droppedWhen } from "@/db/queries/is-dropped";
import { isNamed } from "@/db/queries/visible";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, claims, sources } from "@/db/schema/sources";
import type { ClaimField, RecordType } from "@/domain/claims/claim";
import type { ClaimWithFate } from "@/domain/claims/record-history";
import type { CorrectionFact } from "@/domain/records/correction";

/** What readers may be told of any of them stands nowhere else; each names its columns in this order. */
type Row = { [Key in keyof CorrectionFact]: CorrectionFact[Key] };

/**
 * What was done to entries that were public, newest first: changes of facts, with or without a report, what was merged and split, what was brought
 * back, taken off, shown again and erased for good, disputes, lists that were taken back, and sources that were dropped or are cited otherwise. Ids only: what may
 * be named is asked for by the caller. Reasons of moderators are not read, because they are for others.
 */
export async function listCorrections(db: Db, limit: number): Promise<CorrectionFact[]> {
  const rows = await db.execute<
    Omit<Row, "at" | "parts"> & { at: Date | string; parts: string[] | null; [key: string]: unknown }
  >(sql`
    select * from (
      ${CHANGES}
      union all
      select c.batch_id::text, b.undone_at, 'taken-back', null, c.record_type::text, c.record_id, null, null, false, null, null
      from record_changes c join batches b on b.id = c.batch_id where b.undone_at is not null
      union all
      select b.id::text, b.undone_at, 'list-taken-back', null, null, null, null, null, false, null, null
      from batches b where b.undone_at is not null and b.approved_at is not null
        and not exists (select 1 from record_changes c where c.batch_id = b.id)
      union all
      ${SPLITS}
      union all
      ${BRAKE}
      union all
      ${SOURCES}
      union all
      select e.record_id::text, e.erased_at, 'erased', null, e.record_type::text, e.record_id, null, null, false, null, null
      from erased_records e where e.erased_with is null
    ) facts order by at desc, category, id limit ${limit}`);
  return [...rows].map((row) => ({ ...row, at: new Date(row.at), parts: row.parts ?? [] }));
}

/** Of two entries that are one, the one that stays is named. */
const CHANGES: SQL = sql`
  select c.batch_id::text as id, b.approved_at as at,
    case c.proposal->>'kind' when 'correction' then 'corrected' when 'same-as' then 'merged' when 'merge' then 'merged'
      when 'revert' then 'reverted' else c.proposal->>'change' end as category,
    c.proposal->>'field' as field, c.record_type::text as type,
    case when c.proposal->>'kind' in ('same-as', 'merge') then c.subject_id else c.record_id end as "recordId",
    c.subject_id as "subjectId", null as says, (c.report_id is not null) as "isFromReader",
    case when b.undone_at is null then c.batch_id end as "batchId", null::jsonb as parts
  from record_changes c join batches b on b.id = c.batch_id
  where b.approved_at is not null and c.proposal->>'kind' in ('correction', 'change', 'same-as', 'merge', 'revert')`;

/** Of the data we ship: a merge that a change made is split by taking that back. */
const SPLITS: SQL = sql`
  select done.number::text, done.at, 'split', null, done.subject_type, done.subject_id::uuid, null, null, false, null, null
  from audit_entries done join audit_payloads told on told.number = done.number
  where done.action = 'record.changed' and done.subject_type in ('service', 'place', 'provider')
    and told.payload->>'split' = 'true'`;

const BRAKE: SQL = sql`
  select w.id::text, w.withheld_at, 'withheld', null, w.record_type::text, w.record_id, null, null, false, null, null
  from withholdings w where w.source_id is null
  union all
  select w.id::text, w.restored_at, 'restored', null, w.record_type::text, w.record_id, null, null, false, null, null
  from withholdings w where w.source_id is null and w.restored_at is not null
  union all
  select d.id::text, d.marked_at, 'disputed', d.field, d.record_type::text, d.record_id, null,
    case when d.settled_at is null then d.says end, d.complaint_id is not null, null, null
  from disputes d
  union all
  select d.id::text, d.settled_at, 'settled', d.field, d.record_type::text, d.record_id, null, null, false, null, null
  from disputes d where d.settled_at is not null`;

const SOURCES: SQL = sql`
  select d.id::text, d.dropped_at, 'source-dropped', null, d.record_type::text, d.record_id, null, null, false, null, null
  from dropped_sources d
  union all
  select d.id::text, d.cited_again_at, 'source-cited-again', null, d.record_type::text, d.record_id, null, null, false, null, null
  from dropped_sources d where d.cited_again_at is not null
  union all
  select done.number::text, done.at, 'source-corrected', null, 'source', done.subject_id::uuid, null, null, false, null,
    told.payload->'fields'
  from audit_entries done join audit_payloads told on told.number = done.number
  where done.subject_type = 'source' and done.action = 'record.changed' and told.payload ? 'fields'`;

/** A claim with what became of it, and whether it counts today: only then may a reader be told what it says. */
export type CorrectedClaim = ClaimWithFate & { counts: boolean };

/**
 * All that was ever said of the facts that these changes say anything of, or end by saying something else, oldest first; of a new provider, who ran the service before too.
 * @param dropped ids of `dropped_sources`.
 */
export async function listClaimsOfCorrections(
  db: Db,
  { batchIds, dropped, services: ran }: Record<"batchIds" | "dropped" | "services", readonly string[]>,
): Promise<CorrectedClaim[]> {
  if (batchIds.length + dropped.length === 0) return [];
  // In two steps, so that each is led by an index, however many claims there are.
  const facts = await db.execute<{ type: RecordType; id: string; field: ClaimField }>(sql`
    select own.record_type as type, own.record_id as id, own.field from claims own where ${anyOf(sql`own.batch_id`, batchIds)}
    union select ended.record_type, ended.record_id, ended.field from claims own
      join claims ended on ended.record_type = own.record_type and ended.record_id = own.record_id and ended.superseded_by = own.id
      where ${anyOf(sql`own.batch_id`, batchIds)}
    union select said.record_type, said.record_id, said.field from dropped_sources gone
      join claims said on said.record_type = gone.record_type and said.record_id = gone.record_id and said.source_id = gone.source_id
      where ${anyOf(sql`gone.id`, dropped)}
    union select 'service'::record_type, ran.id, 'provider' from unnest(${sql.param([...ran])}::uuid[]) as ran(id)`);
  const wanted = new Set([...facts].map(({ type, id, field }) => `${type} ${id} ${field}`));
  const types = [...new Set([...facts].map(({ type }) => type))];
  const ofTypes = types.map((type) => {
    const ids = [...facts].filter((fact) => fact.type === type).map(({ id }) => id);
    return and(eq(claims.recordType, type), anyOf(claims.recordId, new Set(ids)));
  });
  if (ofTypes.length === 0) return [];
  const fields = new Set([...facts].map(({ field }) => field));
  const rows = await db
    .select({
      ...CLAIM_COLUMNS,
      supersededBy: claims.supersededBy,
      batchId: claims.batchId,
      replacedBy: claims.supersededBy,
      undoneAt: batches.undoneAt,
      droppedAt: sql<Date | null>`${droppedWhen(...OF_CLAIM)}`.mapWith(claims.recordedAt),
      counts: sql<boolean>`(${isCounted(db)})`,
    })
    .from(claims)
    .leftJoin(batches, eq(batches.id, claims.batchId))
    .where(and(or(...ofTypes), anyOf(claims.field, fields, "text")))
    .orderBy(asc(claims.recordedAt), asc(claims.id));
  return rows.filter(({ recordType, recordId, field }) => wanted.has(`${recordType} ${recordId} ${field}`));
}

/** Titles of those of these sources that an entry with a page rests on today. */
export async function findPublicSources(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ id: sources.id, title: sources.title })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .leftJoin(services, eq(services.id, claims.recordId))
    .leftJoin(places, eq(places.id, claims.recordId))
    .leftJoin(providers, eq(providers.id, claims.recordId))
    .where(
      and(
        anyOf(sources.id, ids),
        isNull(sources.withheldAt),
        isCounted(db),
        or(isNamed(services.visibility), isNamed(places.visibility), isNamed(providers.visibility)),
      ),
    );
  return new Map(rows.map(({ id, title }) => [id, title]));
}
