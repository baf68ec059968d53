import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEntries, auditPayloads } from "@/db/schema/audit";
import { complaints } from "@/db/schema/brake";
import { erasedPayloads } from "@/db/schema/erased";
import { reports } from "@/db/schema/reports";
import { tips } from "@/db/schema/tips";
import type { AuditAction } from "@/domain/audit/action";

/** One writer of the chain at a time: the lock is held to the end of the transaction. The number is ours alone. */
const CHAIN_LOCK = 7_261_948;

export type AuditRow = typeof auditEntries.$inferSelect;
export type NewAuditRow = Omit<AuditRow, "at"> & { at: Date; payload: unknown; salt: Buffer };

/**
 * Locks the chain and tells its last link; `{ number: 0, hash: "" }` before the first. Everybody who writes waits for this lock, so
 * what is asked under it is sent in one go; the connection of a transaction answers in turn.
 */
export async function lockAuditChain(db: Db): Promise<{ number: number; hash: string }> {
  const locked = db.execute(sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`);
  const found = db
    .select({ number: auditEntries.number, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.number))
    .limit(1);
  const [, [last]] = await Promise.all([locked, found]);
  return last ?? { number: 0, hash: "" };
}

/** In one statement, as everybody else waits for the lock of the chain. */
export async function insertAuditEntries(db: Db, rows: readonly NewAuditRow[]): Promise<void> {
  const entries = rows.map(({ payload, salt, ...entry }) => entry);
  const payloads = rows.map(({ number, payload, salt }) => ({ number, payload, salt }));
  const written = db
    .$with("written")
    .as(db.insert(auditEntries).values(entries).returning({ number: auditEntries.number }));
  await db.with(written).insert(auditPayloads).values(payloads);
}

/**
 * Whether an erasure took the payload: the report, complaint or tip it is about was erased, or an account that it is about, or that did something
 * with a report; or the owner's function wrote down that it went with an entry. An account's erasure is an entry itself, at or behind the one it empties; the others' stand on what was erased.
 */
const mayBeErased = sql<boolean>`case
  when ${auditPayloads.number} is not null then false
  when exists (select 1 from ${erasedPayloads} where ${erasedPayloads.number} = ${auditEntries.number}) then true
  when ${auditEntries.subjectType} = 'report' and exists (
    select 1 from ${reports} erased where erased.id::text = ${auditEntries.subjectId} and erased.erased_at is not null) then true
  when ${auditEntries.subjectType} = 'complaint' and exists (
    select 1 from ${complaints} erased where erased.id::text = ${auditEntries.subjectId} and erased.erased_at is not null) then true
  when ${auditEntries.subjectType} = 'tip' and exists (
    select 1 from ${tips} erased where erased.id::text = ${auditEntries.subjectId} and erased.erased_at is not null) then true
  else exists (
    select 1 from ${auditEntries} erasure
    where erasure.action = 'campaigner.erased' and erasure.number >= ${auditEntries.number} and erasure.subject_id =
      case ${auditEntries.subjectType} when 'campaigner' then ${auditEntries.subjectId}
        when 'report' then ${auditEntries.actorId} end) end`;

/** Links after `number`, oldest first, each with its payload and salt or null where they are not there any more. */
export async function findAuditEntries(db: Db, afterNumber: number, limit: number) {
  return db
    .select({ entry: auditEntries, payload: auditPayloads.payload, salt: auditPayloads.salt, mayBeErased })
    .from(auditEntries)
    .leftJoin(auditPayloads, eq(auditPayloads.number, auditEntries.number))
    .where(gt(auditEntries.number, afterNumber))
    .orderBy(asc(auditEntries.number))
    .limit(limit);
}

/** Which entries of the audit are wanted. */
export type WantedEntries = {
  /** The whole of an actor's id, or the last four letters of a person's. */
  who?: { id: string } | { handle: string } | undefined;
  /** Id of what they are about. */
  subjectId?: string | undefined;
  action?: AuditAction | undefined;
  /** Days in the United Kingdom, ISO, both included. */
  from?: string | undefined;
  until?: string | undefined;
  /** Older than this number. */
  before?: number | undefined;
};

const { number, at, actorId, actorRole, action, subjectType, subjectId } = auditEntries;

/** Entries of the audit without what was said with them, newest first. */
export async function listAuditEntries(db: Db, wanted: WantedEntries, limit: number) {
  const { who } = wanted;
  const startOf = (day: string, plus: number) =>
    sql`((${day}::date + ${plus}::int)::timestamp at time zone 'Europe/London')`;
  return db
    .select({ number, at, actorId, actorRole, action, subjectType, subjectId })
    .from(auditEntries)
    .where(
      and(
        wanted.before === undefined ? undefined : lt(number, wanted.before),
        who === undefined
          ? undefined
          : "id" in who
            ? eq(actorId, who.id)
            : sql`length(${actorId}) = 36 and right(${actorId}, 4) = ${who.handle}`,
        wanted.subjectId === undefined ? undefined : eq(subjectId, wanted.subjectId),
        wanted.action === undefined ? undefined : eq(action, wanted.action),
        wanted.from === undefined ? undefined : sql`${at} >= ${startOf(wanted.from, 0)}`,
        wanted.until === undefined ? undefined : sql`${at} < ${startOf(wanted.until, 1)}`,
      ),
    )
    .orderBy(desc(number))
    .limit(limit);
}
