import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { type AuditRow, findAuditEntries, insertAuditEntry, lockAuditChain } from "@/db/queries/audit";
import type { Actor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";

export type AuditSubject = { type: string; id: string };

/**
 * Records who did what, in the caller's transaction: no trace, no change. The payload may hold personal data; it stands
 * with its salt in a side table that can be erased, and the chain over the hashes still verifies.
 */
export async function audit(
  db: Db,
  actor: Actor,
  action: AuditAction,
  subject: AuditSubject,
  payload: Record<string, unknown> = {},
): Promise<number> {
  const last = await lockAuditChain(db);
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
  await insertAuditEntry(db, { ...entry, hash: hashEntry(entry), payload, salt });
  return entry.number;
}

/**
 * Walks the whole chain.
 * @returns the number of the first link that does not hold, or null when all do. An erased payload is no break.
 */
export async function findAuditBreak(db: Db): Promise<number | null> {
  let last = { number: 0, hash: "" };
  for (;;) {
    const rows = await findAuditEntries(db, last.number, 1000);
    for (const { entry, payload, salt } of rows) {
      const follows = entry.number === last.number + 1 && entry.previousHash === last.hash;
      const erased = salt === null;
      const saysTheSame = erased || hashPayload(salt, payload) === entry.payloadHash;
      if (!follows || hashEntry(entry) !== entry.hash || !saysTheSame) return entry.number;
      last = { number: entry.number, hash: entry.hash };
    }
    if (rows.length < 1000) return null;
  }
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
