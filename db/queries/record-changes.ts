import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { checks, commissioners, places, providers } from "@/db/schema/places";
import { recordChanges, reports } from "@/db/schema/reports";
import { contracts, services } from "@/db/schema/services";
import { batches, recordVersions } from "@/db/schema/sources";
import type { RecordType } from "@/domain/claims/claim";
import type { Visibility } from "@/domain/services/service";

const ENTRY_TABLES = { service: services, place: places, provider: providers };
/** What an entry's facts point at. */
const POINTED_AT = { ...ENTRY_TABLES, commissioner: commissioners, contract: contracts };

type NewRecordChange = typeof recordChanges.$inferInsert;

export async function insertRecordChange(db: Db, row: NewRecordChange): Promise<void> {
  await db.insert(recordChanges).values(row);
}

const CHANGE = {
  batchId: recordChanges.batchId,
  reportId: recordChanges.reportId,
  proposal: recordChanges.proposal,
  recordType: recordChanges.recordType,
  recordId: recordChanges.recordId,
  subjectId: recordChanges.subjectId,
  reason: recordChanges.reason,
  state: batches.state,
  version: batches.version,
  approvedAt: batches.approvedAt,
  undoneAt: batches.undoneAt,
};

/** A change of an entry with the state of its batch. */
export type RecordChangeRow = Awaited<ReturnType<typeof listChangesOfReport>>[number];

export async function findRecordChange(db: Db, batchId: string): Promise<RecordChangeRow | undefined> {
  const [row] = await db
    .select(CHANGE)
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(eq(recordChanges.batchId, batchId));
  return row;
}

/** The changes that a report made, the newest first: one, unless it was undone and approved again. */
export async function listChangesOfReport(db: Db, reportId: string) {
  return db
    .select(CHANGE)
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(eq(recordChanges.reportId, reportId))
    .orderBy(desc(batches.createdAt));
}

/** Those of these batches that are changes of an entry. */
export async function listChangesOfBatches(db: Db, batchIds: readonly string[]): Promise<RecordChangeRow[]> {
  if (batchIds.length === 0) return [];
  return db
    .select(CHANGE)
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(anyOf(recordChanges.batchId, batchIds));
}

/** The changes of an entry, or that led to it, the newest first. */
export async function listChangesOfRecord(db: Db, recordType: RecordType, recordId: string) {
  return db
    .select(CHANGE)
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(
      and(
        eq(recordChanges.recordType, recordType),
        or(eq(recordChanges.recordId, recordId), eq(recordChanges.subjectId, recordId)),
      ),
    )
    .orderBy(desc(batches.createdAt));
}

/** The change that merged an entry, while it stands. */
export async function findStandingMerge(db: Db, recordId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: recordChanges.batchId })
    .from(recordChanges)
    .innerJoin(batches, eq(batches.id, recordChanges.batchId))
    .where(
      and(
        eq(recordChanges.recordId, recordId),
        sql`${recordChanges.proposal}->>'kind' in ('same-as', 'merge')`,
        isNull(batches.undoneAt),
      ),
    )
    .limit(1);
  return row?.id;
}

/** The version of an entry as it stands; 0 where there is none. */
export async function findVersionOf(
  db: Db,
  type: "service" | "place" | "provider",
  id: string,
): Promise<number> {
  const table = ENTRY_TABLES[type];
  const [row] = await db.select({ version: table.version }).from(table).where(eq(table.id, id));
  return row?.version ?? 0;
}

/** Whether any of these records went with an import that was undone, or was erased. */
export async function findGone(db: Db, ids: readonly string[]): Promise<boolean> {
  for (const table of Object.values(POINTED_AT)) {
    const isGone = or(isNotNull(table.withdrawnAt), eq(table.visibility, "erased"));
    const [row] = await db
      .select({ id: table.id })
      .from(table)
      .where(and(anyOf(table.id, ids), isGone))
      .limit(1);
    if (row) return true;
  }
  return false;
}

/** The report that a change came from; undefined for one that a moderator made without a report. */
export async function findReportOfChange(db: Db, batchId: string) {
  const [row] = await db
    .select({ id: reports.id, title: reports.title, authorId: reports.authorId })
    .from(recordChanges)
    .innerJoin(reports, eq(reports.id, recordChanges.reportId))
    .where(eq(recordChanges.batchId, batchId));
  return row;
}

/** How a merged record was shown before it was merged: its newest kept version that was not merged. */
export async function findVisibilityBefore(
  db: Db,
  recordType: RecordType,
  recordId: string,
): Promise<Visibility | null> {
  const rows = await db
    .select({ snapshot: recordVersions.snapshot })
    .from(recordVersions)
    .where(and(eq(recordVersions.recordType, recordType), eq(recordVersions.recordId, recordId)))
    .orderBy(desc(recordVersions.version));
  for (const { snapshot } of rows) {
    const { visibility } = snapshot as { visibility?: Visibility };
    if (visibility !== undefined && visibility !== "merged") return visibility;
  }
  return null;
}

/** Whether any entry of a type was merged into this one. */
export async function isMergedInto(
  db: Db,
  type: "service" | "place" | "provider",
  id: string,
): Promise<boolean> {
  const table = ENTRY_TABLES[type];
  const [row] = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.mergedInto, id), eq(table.visibility, "merged")))
    .limit(1);
  return row !== undefined;
}

export async function insertCheck(db: Db, row: typeof checks.$inferInsert): Promise<void> {
  await db.insert(checks).values(row);
}

/** Records of a type that were changed for this reason once, whatever they are now. */
export async function findChangedFor(db: Db, type: RecordType, reason: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: recordVersions.recordId })
    .from(recordVersions)
    .where(and(eq(recordVersions.recordType, type), eq(recordVersions.reason, reason)));
  return new Set(rows.map(({ id }) => id));
}
