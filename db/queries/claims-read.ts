import { and, asc, desc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { CLAIM_COLUMNS, isCounted, OF_CLAIM, readOn, supersededByCounted } from "@/db/queries/claims";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { droppedWhen } from "@/db/queries/is-dropped";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { areas } from "@/db/schema/areas";
import { commissioners, places, providers } from "@/db/schema/places";
import { contracts, serviceContracts, services } from "@/db/schema/services";
import { batches, claims, recordVersions, sources } from "@/db/schema/sources";
import type { ClaimField, RecordType } from "@/domain/claims/claim";
import type { ChangeRead, RecordName, SourcedClaim, SourceRead } from "@/domain/claims/reading";
import type { KeptClaim, KeptVersion } from "@/domain/claims/record-history";
import { CONTRACT_NAMES } from "@/domain/contracts/contract";
import type { Visibility } from "@/domain/services/service";

const CLAIM = {
  ...CLAIM_COLUMNS,
  readOn,
  source: {
    id: sources.id,
    kind: sources.kind,
    title: sources.title,
    publisher: sources.publisher,
    url: sources.url,
    publishedOn: sources.publishedOn,
    periodFrom: sources.periodFrom,
    periodTo: sources.periodTo,
    note: sources.note,
  },
};

/**
 * Claims with their sources, oldest first. The caller has found the records by a query that shows them: claims carry
 * no visibility of their own.
 */
export async function listSourcedClaims(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
  field?: ClaimField,
): Promise<SourcedClaim[]> {
  if (recordIds.length === 0) return [];
  return db
    .select(CLAIM)
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(
      and(
        eq(claims.recordType, recordType),
        inArray(claims.recordId, [...recordIds]),
        field === undefined ? undefined : eq(claims.field, field),
        isCounted(db),
      ),
    )
    .orderBy(asc(claims.recordedAt), asc(claims.id));
}

/**
 * The sources of what many records say, each once, without reading the thousands of claims themselves. A claim that
 * another replaced does not count; one that a later claim contradicts does.
 */
export async function listSourcesOfMany(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
): Promise<SourceRead[]> {
  if (recordIds.length === 0) return [];
  const isOneOfThem = anyOf(claims.recordId, recordIds);
  const used = db
    .selectDistinct({ id: claims.sourceId })
    .from(claims)
    .where(
      and(eq(claims.recordType, recordType), isOneOfThem, sql`${supersededByCounted} is null`, isCounted(db)),
    );
  return db.select(CLAIM.source).from(sources).where(inArray(sources.id, used));
}

/** Ids of the public contracts under which a service runs. */
export async function listContractIds(db: Db, serviceId: string): Promise<string[]> {
  const rows = await db
    .select({ id: contracts.id })
    .from(serviceContracts)
    .innerJoin(contracts, eq(contracts.id, serviceContracts.contractId))
    .where(and(eq(serviceContracts.serviceId, serviceId), isNamed(contracts.visibility)))
    .orderBy(asc(contracts.slug));
  return rows.map((row) => row.id);
}

/** What a contract is called: it has no name of its own. */
export const contractName = sql<string>`coalesce(${contracts.noticeReference}, ${contracts.covers},
  ${JSON.stringify(CONTRACT_NAMES)}::jsonb ->> ${contracts.type}::text)`;

/** Names and pages of the records with these ids; those that are not public are missing. */
export async function findRecordNames(db: Db, ids: readonly string[]): Promise<Map<string, RecordName>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const page = (folder: string, slug: PgColumn) => sql<string | null>`${folder} || ${slug}`;
  const none = sql<string | null>`null::text`;
  const rows = await db
    .select({ id: places.id, name: places.name, path: page("/places/", places.slug) })
    .from(places)
    .where(
      and(
        inArray(places.id, wanted),
        isNamed(places.visibility),
        not(placeNamesHiddenProvider(db, places.id)),
      ),
    )
    .unionAll(
      db
        .select({
          id: providers.id,
          name: providers.name,
          path: page("/providers/", providers.slug),
        })
        .from(providers)
        .where(and(inArray(providers.id, wanted), isNamed(providers.visibility))),
    )
    .unionAll(
      db
        .select({
          id: services.id,
          name: services.name,
          path: page("/services/", services.slug),
        })
        .from(services)
        .where(
          and(
            inArray(services.id, wanted),
            isNamed(services.visibility),
            placeIsNamed(db),
            not(namesHiddenProvider(db, services.id)),
          ),
        ),
    )
    .unionAll(
      db
        .select({ id: commissioners.id, name: commissioners.name, path: none })
        .from(commissioners)
        .where(and(inArray(commissioners.id, wanted), isNamed(commissioners.visibility))),
    )
    .unionAll(
      db
        .select({
          id: contracts.id,
          name: contractName,
          path: none,
        })
        .from(contracts)
        .where(and(inArray(contracts.id, wanted), isNamed(contracts.visibility))) as never,
    )
    .unionAll(
      db
        .select({
          id: areas.id,
          name: areas.nameEn,
          path: sql<string | null>`'/areas/' || ${areas.kind}::text || '/' || ${areas.slug}`,
        })
        .from(areas)
        .where(inArray(areas.id, wanted)) as never,
    );
  return new Map(rows.map(({ id, name, path }) => [id, { name, path }]));
}

/** "Import undone: …" says what the import's source is called. */
const namesWithheldSource = sql`exists (
  select 1 from sources withheld where withheld.withheld_at is not null
    and position(withheld.title in "record_versions"."reason") > 0)`;

/** Until November 2026 the words in which a moderator told an author were kept here too. */
const isForAnAuthor = sql`exists (select 1 from decisions where decisions.reason = "record_versions"."reason")
  or exists (select 1 from record_changes where record_changes.reason = "record_versions"."reason")`;

const publicReason = sql<
  string | null
>`case when ${namesWithheldSource} or ${isForAnAuthor} then null else ${recordVersions.reason} end`;

/** When records of one type were changed and why, newest first; never by whom: contributors' names are not public. */
export async function listChanges(
  db: Db,
  recordType: RecordType,
  recordIds: readonly string[],
): Promise<ChangeRead[]> {
  if (recordIds.length === 0) return [];
  return db
    .select({
      version: recordVersions.version,
      changedAt: recordVersions.changedAt,
      reason: publicReason,
    })
    .from(recordVersions)
    .where(and(eq(recordVersions.recordType, recordType), anyOf(recordVersions.recordId, recordIds)))
    .orderBy(desc(recordVersions.changedAt), desc(recordVersions.version));
}

const droppedAt = sql<Date | null>`${droppedWhen(...OF_CLAIM)}`.mapWith(claims.recordedAt);

/**
 * Every claim of a record with what became of it, oldest first, without those of sources that are off the site.
 * @param options.counted only what counts today, each replaced by what counts: for readers.
 */
export async function listKeptClaims(
  db: Db,
  recordType: RecordType,
  recordId: string,
  { counted }: { counted: boolean },
): Promise<KeptClaim[]> {
  const { batchId, reportId, recordedBy } = claims;
  const rows = await db
    .select({
      ...CLAIM,
      batchId,
      reportId,
      recordedBy,
      replacedBy: claims.supersededBy,
      undoneAt: batches.undoneAt,
      droppedAt,
    })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .leftJoin(batches, eq(batches.id, claims.batchId))
    .where(
      and(
        eq(claims.recordType, recordType),
        eq(claims.recordId, recordId),
        counted ? isCounted(db) : isNull(sources.withheldAt),
      ),
    )
    .orderBy(asc(claims.recordedAt), asc(claims.id));
  return counted ? rows.map((row) => ({ ...row, replacedBy: row.supersededBy })) : rows;
}

/** What a record was before each change, oldest first, with what readers are told of the change. */
export async function listKeptVersions(
  db: Db,
  recordType: RecordType,
  recordId: string,
): Promise<KeptVersion[]> {
  return db
    .select({
      version: recordVersions.version,
      changedAt: recordVersions.changedAt,
      reason: publicReason,
      changedBy: recordVersions.changedBy,
      visibility: sql<Visibility>`${recordVersions.snapshot}->>'visibility'`,
    })
    .from(recordVersions)
    .where(and(eq(recordVersions.recordType, recordType), eq(recordVersions.recordId, recordId)))
    .orderBy(asc(recordVersions.version));
}

/** How records are shown today, by their ids. */
export async function findShownAs(
  db: Db,
  records: readonly { type: "contract" | "commissioner"; id: string }[],
): Promise<Map<string, Visibility>> {
  const shown = new Map<string, Visibility>();
  for (const [type, table] of [
    ["contract", contracts],
    ["commissioner", commissioners],
  ] as const) {
    const ids = records.filter((record) => record.type === type).map(({ id }) => id);
    if (ids.length === 0) continue;
    const rows = await db
      .select({ id: table.id, visibility: table.visibility })
      .from(table)
      .where(inArray(table.id, ids));
    for (const { id, visibility } of rows) shown.set(id, visibility);
  }
  return shown;
}
