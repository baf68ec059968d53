import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import {
  type AuditRow,
  findAuditEntries,
  insertAuditEntries,
  lockAuditChain,
  type NewAuditRow,
} from "@/db/queries/audit";
import type { Actor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import type { ChainFault, ChainHead, ChainState } from "@/domain/audit/chain-state";

export type AuditSubject = { type: string; id: string };

/** What was done, to what. */
export type NewAuditLine = { action: AuditAction; subject: AuditSubject; payload?: Record<string, unknown> };

/**
 * Records who did what, in the caller's transaction: no trace, no change. The payload may hold personal data; it stands
 * with its salt in a side table that can be erased, and the chain over the hashes still verifies.
 * @returns the number of the entry.
 */
export async function audit(
  db: Db,
  actor: Actor,
  action: AuditAction,
  subject: AuditSubject,
  payload: Record<string, unknown> = {},
): Promise<number> {
  return auditAll(db, actor, [{ action, subject, payload }]);
}

/**
 * Several lines by one person, in their order, under one lock of the chain: what is written with the fewest questions keeps everybody else
 * waiting least.
 * @param lines at least one
 * @returns the number of the last.
 */
export async function auditAll(db: Db, actor: Actor, lines: readonly NewAuditLine[]): Promise<number> {
  let last = await lockAuditChain(db);
  const rows: NewAuditRow[] = [];
  for (const { action, subject, payload = {} } of lines) {
    const salt = randomBytes(16);
    const entry = {
      number: last.number + 1,
      at: new Date(),
      actorId: actor.id,
      actorRole: actor.role,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      payloadHash: hashPayload(salt, payload),
      previousHash: last.hash,
    };
    last = { number: entry.number, hash: hashEntry(entry) };
    rows.push({ ...entry, hash: last.hash, payload, salt });
  }
  await insertAuditEntries(db, rows);
  return last.number;
}

/** Entries that are in memory at once while the chain is walked. */
const A_CHUNK = 500;

/**
 * Walks the whole chain, a few hundred entries at a time, up to the first that does not hold. A payload that is gone
 * is a fault unless an erasure took it.
 * @param remembered heads that were seen before: a chain that no longer has one of them was cut or written anew.
 */
export async function verifyAudit(db: Db, ...remembered: (ChainHead | null)[]): Promise<ChainState> {
  let last: ChainHead = { number: 0, hash: "" };
  for (;;) {
    const rows = await findAuditEntries(db, last.number, A_CHUNK);
    for (const row of rows) {
      const { number, hash } = row.entry;
      const isOther = remembered.some((head) => head?.number === number && head.hash !== hash);
      const fault = faultOf(row, last) ?? (isOther ? "cut" : null);
      if (fault) return { entries: last.number, head: last, faultAt: number, fault };
      last = { number, hash };
    }
    if (rows.length < A_CHUNK) break;
  }
  const isShort = remembered.some((head) => head !== null && head.number > last.number);
  return {
    entries: last.number,
    head: last,
    faultAt: isShort ? last.number + 1 : null,
    fault: isShort ? "cut" : null,
  };
}

/** @returns the number of the first entry that does not hold, or null when all do. */
export async function findAuditBreak(db: Db): Promise<number | null> {
  return (await verifyAudit(db)).faultAt;
}

type Walked = Awaited<ReturnType<typeof findAuditEntries>>[number];

function faultOf({ entry, payload, salt, mayBeErased }: Walked, last: ChainHead): ChainFault | null {
  if (entry.number !== last.number + 1 || entry.previousHash !== last.hash) return "link";
  if (hashEntry(entry) !== entry.hash) return "hash";
  if (salt === null) return mayBeErased ? null : "missing";
  return hashPayload(salt, payload) === entry.payloadHash ? null : "payload";
}

function hashEntry(entry: Omit<AuditRow, "hash">): string {
  return sha256(
    canonical([
      entry.number,
      entry.at.toISOString(),
      entry.actorId,
      entry.actorRole,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      entry.payloadHash,
      entry.previousHash,
    ]),
  );
}

function hashPayload(salt: Buffer, payload: unknown): string {
  return sha256(`${salt.toString("hex")}${canonical(payload)}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** JSON with sorted keys: PostgreSQL's jsonb keeps no order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
