import type { Db } from "@/db/client";
import { findNewestAuditEntries } from "@/db/queries/decisions";
import { type AnyActor, hasRole } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { NotAllowedError } from "@/domain/errors";
import { type AuditCheck, findAuditCheck } from "@/server/security/check-audit";

export type AuditLine = {
  number: number;
  at: Date;
  actorId: string;
  actorRole: string;
  action: AuditAction;
  subjectType: string;
  subjectId: string;
};

const A_PAGE = 100;

/**
 * A page of the audit, newest first, without payloads (those may hold personal data), and what its last check found.
 * @param before entries older than this number; the newest when not given.
 * @throws NotAllowedError for everybody but admins.
 */
export async function loadAudit(
  db: Db,
  actor: AnyActor,
  { before }: { before?: number | undefined } = {},
): Promise<{ lines: AuditLine[]; older: number | null; check: AuditCheck | null }> {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  const rows = await findNewestAuditEntries(db, A_PAGE, before);
  const lines = rows.map(({ payload: _, ...line }) => line);
  const older = lines.length === A_PAGE ? (lines.at(-1)?.number ?? null) : null;
  return { lines, older, check: await findAuditCheck(db) };
}
