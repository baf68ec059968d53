import type { Db } from "@/db/client";
import { listAuditEntries, type WantedEntries } from "@/db/queries/audit";
import { findRecordNames } from "@/db/queries/claims-read";
import { findCalled, nameColleagues } from "@/db/queries/colleagues";
import { findBatchTitles } from "@/db/queries/queue";
import { findRecord } from "@/db/queries/withholdings";
import { type AnyActor, hasRole } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { type AuditFilter, idWithin } from "@/domain/audit/audit-filter";
import { entryOfAddress } from "@/domain/complaints/complaint";
import { NotAllowedError } from "@/domain/errors";
import { isUuid } from "@/domain/uuid";
import { type AuditCheck, findAuditCheck } from "@/server/security/check-audit";

export type AuditLine = {
  number: number;
  at: Date;
  actorId: string;
  /** What they are called among moderators; null for a job of ours. */
  actorName: string | null;
  actorRole: string;
  action: AuditAction;
  subjectType: string;
  subjectId: string;
  /** What it is about is called; null where that is not public, or has no name. */
  subjectName: string | null;
};

const A_PAGE = 100;
/** Entries that are in memory at once while a file is written. */
const A_PART = 1000;

export const WHOLE_AUDIT: AuditFilter = { who: null, about: null, action: null, from: null, until: null };

/**
 * A page of the audit, newest first, without payloads (those may hold personal data), and what its last check found.
 * `isUnknown` where what it should be about is no page and no id: then there are no lines.
 * @param before entries older than this number; the newest when not given.
 * @throws NotAllowedError for everybody but admins.
 */
export async function loadAudit(
  db: Db,
  actor: AnyActor,
  { before, filter = WHOLE_AUDIT }: { before?: number | undefined; filter?: AuditFilter } = {},
): Promise<{ lines: AuditLine[]; older: number | null; check: AuditCheck | null; isUnknown: boolean }> {
  assertAdmin(actor);
  const wanted = await wantedBy(db, filter);
  const lines = wanted ? await nextLines(db, { ...wanted, before }, A_PAGE) : [];
  const older = lines.length === A_PAGE ? (lines.at(-1)?.number ?? null) : null;
  return { lines, older, check: await findAuditCheck(db), isUnknown: wanted === null };
}

/**
 * Every entry that a filter asks for, newest first, some at a time: for a file, however long the audit is.
 * @throws NotAllowedError at once, for everybody but admins.
 */
export function auditParts(db: Db, actor: AnyActor, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  assertAdmin(actor);
  return partsOf(db, filter);
}

async function* partsOf(db: Db, filter: AuditFilter): AsyncGenerator<AuditLine[]> {
  const wanted = await wantedBy(db, filter);
  for (let before: number | undefined; wanted !== null; ) {
    const lines = await nextLines(db, { ...wanted, before }, A_PART);
    if (lines.length > 0) yield lines;
    if (lines.length < A_PART) return;
    before = lines.at(-1)?.number;
  }
}

async function nextLines(db: Db, wanted: WantedEntries, limit: number): Promise<AuditLine[]> {
  const rows = await listAuditEntries(db, wanted, limit);
  const names = await findRecordNames(
    db,
    rows.flatMap(({ subjectType, subjectId }) => (RECORDS.has(subjectType) ? [subjectId] : [])),
  );
  const imports = await findBatchTitles(
    db,
    rows.flatMap(({ subjectType, subjectId }) =>
      subjectType === "batch" && isUuid(subjectId) ? [subjectId] : [],
    ),
  );
  const nameOf = await nameColleagues(
    db,
    rows.flatMap((row) => [row.actorId, row.subjectType === "campaigner" ? row.subjectId : null]),
  );
  return rows.map((row) => ({
    ...row,
    actorName: nameOf(row.actorId),
    subjectName:
      row.subjectType === "campaigner"
        ? nameOf(row.subjectId)
        : (names.get(row.subjectId)?.name ?? imports.get(row.subjectId) ?? null),
  }));
}

const RECORDS: ReadonlySet<string> = new Set(["service", "place", "provider", "commissioner"]);

/** @returns null where what it should be about is nothing that we have. */
async function wantedBy(
  db: Db,
  { who, about, action, from, until }: AuditFilter,
): Promise<WantedEntries | null> {
  const subjectId = about === null ? undefined : await subjectOf(db, about);
  if (subjectId === null) return null;
  return {
    who: who === null ? undefined : await whoOf(db, who),
    subjectId,
    action: action ?? undefined,
    from: from ?? undefined,
    until: until ?? undefined,
  };
}

async function subjectOf(db: Db, typed: string): Promise<string | null> {
  const id = idWithin(typed);
  if (id !== null) return id;
  const entry = entryOfAddress(typed);
  return (entry && (await findRecord(db, entry.type, entry.slug))?.id) ?? null;
}

/** "Moderator 3f2a" or "Moderator Alex" is copied from a page as it stands there. */
async function whoOf(db: Db, typed: string): Promise<{ id: string } | { handle: string }> {
  const id = idWithin(typed);
  if (id !== null) return { id };
  const called = typed.replace(/^(?:moderator|admin)\s+/i, "");
  const known = (await findCalled(db, typed)) ?? (await findCalled(db, called));
  if (known !== undefined) return { id: known };
  const [, handle] = /(?:^|\s)([0-9a-f]{4})$/i.exec(typed) ?? [];
  return handle === undefined ? { id: typed } : { handle: handle.toLowerCase() };
}

function assertAdmin(actor: AnyActor): void {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
}
