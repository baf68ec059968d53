import { eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { type ProjectedType, projectedTable } from "@/db/queries/projections";
import { complaints } from "@/db/schema/brake";
import { mailOutbox } from "@/db/schema/campaigners";
import { erasedMarks, erasedRecords } from "@/db/schema/erased";
import { reportFiles } from "@/db/schema/files";
import { importComments } from "@/db/schema/import-comments";
import { placeAddresses, placeIdentifiers, placeRegistrations } from "@/db/schema/places";
import { pendingDrafts, reports } from "@/db/schema/reports";
import { serviceAreas, serviceContracts } from "@/db/schema/services";
import { takenTasks } from "@/db/schema/to-do";
import { keysOf } from "@/domain/lists/keys-of";
import type { ErasingCounts, ErasingObstacle } from "@/domain/records/erase-record";

/** What is held about an entry that is erased for good, wherever it stands. For admins and the second person alone. */

export type ErasedEntry = { type: ProjectedType; id: string };

/** A list of ids as one parameter, in the shape that the owner's functions take. */
const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;
/** Whether a JSON or text column holds one of these ids. */
const holdsId = (column: SQL, ids: readonly string[]): SQL<boolean> =>
  sql<boolean>`exists (select 1 from unnest(${sql.param([...ids])}::text[]) as one where strpos(${column}::text, one) > 0)`;

/**
 * The entry and what is nothing without it: what was merged into it, however long the chain; merged services that were there or run by it; and
 * contracts that no other service has and nobody else holds.
 */
export async function findErasedTogether(db: Db, entry: ErasedEntry): Promise<ErasedEntry[]> {
  const together = new Map([[entry.id, entry]]);
  for (;;) {
    const ids = uuids([...together.keys()]);
    const found = await db.execute<{ type: ProjectedType; id: string }>(sql`
      select 'service' as type, id from services where visibility = 'merged'
        and (merged_into = any (${ids}) or place_id = any (${ids}) or provider_id = any (${ids}))
      union select 'place', id from places where visibility = 'merged' and merged_into = any (${ids})
      union select 'provider', id from providers where visibility = 'merged' and merged_into = any (${ids})
      union select 'contract', c.id from contracts c where c.visibility <> 'erased'
        and (c.holder_id = any (${ids}) or exists (
          select 1 from service_contracts s where s.contract_id = c.id and s.service_id = any (${ids})))
        and not exists (select 1 from service_contracts s join services on services.id = s.service_id
          where s.contract_id = c.id and s.service_id <> all (${ids}) and services.visibility <> 'erased')`);
    const news = [...found].filter(({ id }) => !together.has(id));
    if (news.length === 0) return [...together.values()];
    for (const { type, id } of news) together.set(id, { type, id });
  }
}

/** As many as a page lists; the first is enough to refuse. */
const MOST_OBSTACLES = 50;

/**
 * What stands in the way: entries that rest on these, or say their names in their own words or addresses, and what readers sent about them that
 * nobody has answered yet.
 */
export async function findErasingObstacles(db: Db, ids: readonly string[]): Promise<ErasingObstacle[]> {
  const these = uuids(ids);
  const names = sql`(select names from told)`;
  const stands = (table: SQL) =>
    sql`${table}.visibility not in ('merged', 'erased') and ${table}.id <> all (${these})`;
  const [ofServices, ofPlaces, ofProviders] = [
    stands(sql`services`),
    stands(sql`places`),
    stands(sql`providers`),
  ];
  const rows = await db.execute<ErasingObstacle>(sql`
    with told as materialized (select names_that_tell(${these}) as names),
    sayers as (
      select distinct record_type::text as kind, record_id from claims
      where superseded_by is null and record_id <> all (${these})
        and field in ('owners', 'about', 'covers', 'comment', 'operator', 'website')
        and (says_name(value::text, ${names}) or (field = 'website' and address_says_name(value #>> '{}', ${names})))
    )
    select distinct on (kind, name, id) * from (
      select 'service' as kind, services.id, services.name, 'rests' as why from services
        where ${ofServices} and (place_id = any (${these}) or provider_id = any (${these}))
      union select 'provider', providers.id, providers.name, 'belongs' from providers
        where ${ofProviders} and parent_id = any (${these})
      union select 'service', services.id, services.name, 'contract' from contracts
        join service_contracts line on line.contract_id = contracts.id
        join services on services.id = line.service_id
        where contracts.holder_id = any (${these}) and ${ofServices}
      union select 'provider', providers.id, providers.name, 'says' from providers
        where ${ofProviders} and (id in (select record_id from sayers) or says_name(name || ' ' || slug, ${names}))
      union select 'place', places.id, places.name, 'says' from places
        where ${ofPlaces} and (id in (select record_id from sayers)
          or says_name(concat_ws(' ', name, name_cy, slug), ${names}))
      union select 'service', services.id, services.name, 'says' from services
        where ${ofServices} and (says_name(name || ' ' || slug, ${names}) or exists (
          select 1 from service_contracts line join sayers on sayers.record_id = line.contract_id
          where line.service_id = services.id))
      union select 'complaint', id, upper(left(id::text, 8)), 'waits' from complaints
        where answered_at is null and (confirm_hash is null or confirmed_at is not null)
          and (record_id = any (${these}) or says_name(why, ${names}))
      union select 'tip', id, upper(left(id::text, 8)), 'waits' from tips
        where closed_at is null and (confirm_hash is null or confirmed_at is not null)
          and says_name(whereabouts || ' ' || says, ${names})
      union select 'report', id, title, 'waits' from reports
        where state in ('submitted', 'in-review', 'awaiting-second', 'changes-requested') and erased_at is null
          and id in (${reportsAbout(ids)})
    ) obstacles order by kind, name, id, why limit ${MOST_OBSTACLES}`);
  return [...rows];
}

/** Reports that these entries came from, that changed them, are about them, were found to be the same, or say their names. */
function reportsAbout(ids: readonly string[]): SQL {
  const these = uuids(ids);
  const names = sql`(select names_that_tell(${these}))`;
  return sql`
    with recursive named as materialized (select ${names} as names), about as (
      select r.id from reports r where r.published_service_id = any (${these}) or r.duplicate_of_service_id = any (${these})
      union select report_id from claims where record_id = any (${these}) and report_id is not null
      union select report_id from record_changes where report_id is not null
        and (record_id = any (${these}) or subject_id = any (${these}))
      union select v.report_id from report_revisions v, named
        where ${holdsId(sql`v.proposal`, ids)} or says_name(v.proposal::text, named.names)
      union select r.id from reports r, named where ${holdsId(sql`r.draft`, ids)} or says_name(r.draft::text, named.names)
      union select r.id from reports r join about on about.id = r.duplicate_of_report_id
    ) select id from about`;
}

/** Ids of reports about these entries that have texts left: drafts that nobody sent, and others. */
export async function findReportsToErase(
  db: Db,
  ids: readonly string[],
): Promise<{ drafts: string[]; others: string[] }> {
  const rows = await db.execute<{ id: string; state: string }>(
    sql`select id, state::text from reports where erased_at is null and id in (${reportsAbout(ids)})`,
  );
  const [drafts, others]: [string[], string[]] = [[], []];
  for (const { id, state } of rows) (state === "draft" ? drafts : others).push(id);
  return { drafts, others };
}

/** Complaints about these entries and what else was sent and answered that says their names. */
export async function findSentToErase(
  db: Db,
  ids: readonly string[],
  reportIds: readonly string[],
): Promise<string[]> {
  const these = uuids(ids);
  const rows = await db.execute<{ id: string }>(sql`
    with named as materialized (select names_that_tell(${these}) as names)
    select c.id from complaints c, named where c.erased_at is null and (c.record_id = any (${these})
      or says_name(concat_ws(' ', c.called, c.why, c.answer, c.link, c.notice::text), named.names))
    union select t.id from tips t, named where t.erased_at is null and (t.report_id = any (${uuids(reportIds)})
      or says_name(concat_ws(' ', t.whereabouts, t.says, t.shown, t.answer, t.link), named.names))`);
  return [...rows].map(({ id }) => id);
}

/** How much there is of what goes. */
export async function countErasing(db: Db, ids: readonly string[]): Promise<ErasingCounts> {
  const these = uuids(ids);
  const patterns = sql`${sql.param(ids.map((id) => `%${id}%`))}::text[]`;
  const named = sql`(select names from named)`;
  const longest = sql`any ((select longest from named)::text[])`;
  const [row] = await db.execute<ErasingCounts>(sql`
    with named as materialized (
      select names, longest_words(names) as longest from (select names_that_tell(${these}) as names) as told)
    select
      (select count(*) from claims where record_id = any (${these}))::int as facts,
      (select count(*) from record_versions where record_id = any (${these}))::int as versions,
      cardinality(sources_alone(${these}))::int as sources,
      (select count(*) from claims where record_id <> all (${these})
        and ((says ilike ${longest} and says_name(says, ${named})) or value::text like any (${patterns})))::int as quotations,
      (select count(*) from audit_payloads p join audit_entries e using (number)
        where e.subject_id = any (${sql.param([...ids])}::text[]) or (p.payload::text ilike ${longest} and says_name(p.payload::text, ${named})))::int as audit`);
  return row ?? { facts: 0, versions: 0, sources: 0, quotations: 0, audit: 0 };
}

export async function countFilesOfReports(db: Db, reportIds: readonly string[]): Promise<number> {
  return reportIds.length === 0 ? 0 : db.$count(reportFiles, anyOf(reportFiles.reportId, reportIds));
}

/** Marks entries as erased: after this the owner's function empties what is said of them. */
export async function insertErasedRecords(
  db: Db,
  rows: readonly (typeof erasedRecords.$inferInsert)[],
): Promise<void> {
  await db.insert(erasedRecords).values([...rows]);
}

export async function insertErasedMarks(
  db: Db,
  rows: readonly (typeof erasedMarks.$inferInsert)[],
): Promise<void> {
  // Two entries had the same name: one hash stands for both.
  if (rows.length > 0)
    await db
      .insert(erasedMarks)
      .values([...rows])
      .onConflictDoNothing();
}

/** Of these hashes, those of entries that were erased. */
export async function findErasedMarks(db: Db, marks: Iterable<string>): Promise<Set<string>> {
  const rows = await db
    .select({ mark: erasedMarks.mark })
    .from(erasedMarks)
    .where(anyOf(erasedMarks.mark, marks, "text"));
  return new Set(rows.map(({ mark }) => mark));
}

/** Ids of all that was erased: few. */
export async function listErasedIds(db: Db): Promise<Set<string>> {
  const rows = await db.select({ id: erasedRecords.recordId }).from(erasedRecords);
  return new Set(rows.map(({ id }) => id));
}

/** What an entry is told by besides its id: addresses, codes and names, as they stand and as they were. */
export type Telling = {
  slugs: string[];
  sourceKey: string | null;
  codes: string[];
  companyNumber: string | null;
  regulatorNumbers: string[];
  names: string[];
  postcodes: string[];
  /** Of a service. */
  twin: { category: string; placeId: string | null; providerId: string | null; areaIds: string[] } | null;
};

export async function findTelling(db: Db, { type, id }: ErasedEntry): Promise<Telling> {
  const table = projectedTable(type);
  const [row] = await db.select().from(table).where(eq(table.id, id));
  const lists = await db.execute<{ kind: string; said: string }>(sql`
    select 'slug' as kind, slug as said from slug_history where record_id = ${id}::uuid
    union select 'code', code from place_identifiers where place_id = ${id}::uuid
    union select 'code', value->>'code' from claims where record_id = ${id}::uuid and field = 'identifier'
    union select 'postcode', postcode from place_addresses where place_id = ${id}::uuid
    union select 'regulator', value #>> '{}' from claims where record_id = ${id}::uuid and field = 'regulator-number'
    union select 'name', value #>> '{}' from claims where record_id = ${id}::uuid and field = 'name'
    union select 'area', area_id::text from service_areas where service_id = ${id}::uuid`);
  const ofKind = (kind: string) =>
    [...lists].flatMap((one) => (one.kind === kind && one.said ? [one.said] : []));
  const more: Record<string, unknown> = row ?? {};
  const text = (name: string) => (typeof more[name] === "string" ? more[name] : null);
  return {
    slugs: [...new Set([row?.slug ?? "", ...ofKind("slug")])].filter((slug) => slug !== ""),
    sourceKey: row?.sourceKey ?? null,
    codes: ofKind("code"),
    companyNumber: text("companiesHouseNumber"),
    regulatorNumbers: ofKind("regulator"),
    names: [...new Set([text("name") ?? "", ...ofKind("name")])].filter((name) => name !== ""),
    postcodes: ofKind("postcode"),
    twin:
      type === "service"
        ? {
            category: text("category") ?? "",
            placeId: text("placeId"),
            providerId: text("providerId"),
            areaIds: ofKind("area"),
          }
        : null,
  };
}

/** Empties, by the owner's rights, what is said of entries that are marked as erased. */
export async function eraseRecordTexts(db: Db, ids: readonly string[]): Promise<void> {
  await db.execute(sql`select erase_record_texts(${uuids(ids)})`);
}

/** What a row of each type says besides what it is, and is empty afterwards. */
const EMPTIED: Readonly<Record<ProjectedType, Record<string, unknown>>> = {
  service: {
    name: "",
    placeId: null,
    addressKey: null,
    providerId: null,
    providerKind: null,
    commissionerId: null,
    startedOn: null,
    endedOn: null,
    mayHaveEnded: null,
    quietIn: null,
    lastConfirmedOn: null,
    successorId: null,
    mergedInto: null,
  },
  place: { name: "", nameCy: null, operator: null, mergedInto: null },
  provider: {
    name: "",
    legalForm: null,
    owners: null,
    ownerClass: null,
    about: null,
    website: null,
    companiesHouseNumber: null,
    parentId: null,
    mergedInto: null,
  },
  commissioner: { name: "", odsCode: null, areaId: null, successorId: null },
  contract: {
    noticeReference: null,
    covers: null,
    holderId: null,
    commissionerId: null,
    startsOn: null,
    endsOn: null,
    valuePounds: null,
  },
};

/** The address that a row has instead of its own: none is ever public. */
const slugOfErased = (id: string) => `erased-${id}`;

/** Empties the rows of entries and what stands beside them; their ids, kinds and days stay. */
export async function emptyRecords(db: Db, entries: readonly ErasedEntry[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  await db.delete(placeAddresses).where(anyOf(placeAddresses.placeId, ids));
  await db.delete(placeIdentifiers).where(anyOf(placeIdentifiers.placeId, ids));
  await db.delete(placeRegistrations).where(anyOf(placeRegistrations.placeId, ids));
  await db.delete(serviceAreas).where(anyOf(serviceAreas.serviceId, ids));
  await db.delete(serviceContracts).where(anyOf(serviceContracts.serviceId, ids));
  for (const type of keysOf(EMPTIED))
    for (const { id } of entries.filter((entry) => entry.type === type)) {
      const table = projectedTable(type);
      await db
        .update(table)
        .set({
          ...EMPTIED[type],
          slug: slugOfErased(id),
          sourceKey: null,
          contentHash: null,
          visibility: "erased",
          version: sql`${table.version} + 1`,
        })
        .where(eq(table.id, id));
    }
}

/** Work that was kept or taken about these entries, mail and files: what the application itself may remove. */
export async function deleteWorkAbout(
  db: Db,
  {
    ids,
    drafts,
    reportIds,
    words,
  }: { ids: readonly string[] } & Record<"drafts" | "reportIds" | "words", readonly string[]>,
): Promise<void> {
  const names = sql`(select names_that_tell(${uuids(ids)}))`;
  const holdsWord = (column: SQL) =>
    sql`exists (select 1 from unnest(${sql.param([...words])}::text[]) as one where strpos(lower(${column}), lower(one)) > 0)`;
  const mailed = sql`(${mailOutbox.subject} || ' ' || ${mailOutbox.text})`;
  await db.delete(mailOutbox).where(sql`${holdsWord(mailed)} or says_name(${mailed}, ${names})`);
  const kept = sql`${pendingDrafts.draft}::text`;
  await db.delete(pendingDrafts).where(sql`${holdsWord(kept)} or says_name(${kept}, ${names})`);
  await db
    .update(complaints)
    .set({ called: null })
    .where(or(anyOf(complaints.recordId, ids), sql`says_name(${complaints.called}, ${names})`));
  await db.delete(takenTasks).where(anyOf(takenTasks.recordId, ids));
  const { organisation, comment, document, url } = importComments;
  const written = sql`(${organisation} || ' ' || ${comment} || ' ' || ${document} || ' ' || ${url})`;
  await db
    .delete(importComments)
    .where(or(anyOf(importComments.providerId, ids), sql`says_name(${written}, ${names})`));
  await db.delete(reportFiles).where(anyOf(reportFiles.reportId, [...reportIds, ...drafts]));
  await db.delete(reports).where(anyOf(reports.id, drafts));
}
