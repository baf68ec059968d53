import type { Db } from "@/db/client";
import { findSecurityEvents, type SecurityEventRow } from "@/db/queries/security-events";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";

export type SecurityLine = SecurityEventRow;

const A_PAGE = 100;

/**
 * A page of the security log, newest first.
 * @param before entries older than this number; the newest when not given.
 * @throws NotAllowedError for everybody but admins.
 */
export async function loadSecurityLog(
  db: Db,
  actor: AnyActor,
  { before }: { before?: number | undefined } = {},
): Promise<{ lines: SecurityLine[]; older: number | null }> {
  if (!hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  const lines = await findSecurityEvents(db, { before, limit: A_PAGE });
  return { lines, older: lines.length === A_PAGE ? (lines.at(-1)?.number ?? null) : null };
}
