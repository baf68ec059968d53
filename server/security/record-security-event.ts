import type { Db } from "@/db/client";
import { countSecurityEvents, insertSecurityEvent } from "@/db/queries/security-events";
import type { Actor } from "@/domain/actor";
import {
  eventDetail,
  PROVOKED_AN_HOUR,
  PROVOKED_EVENTS,
  type SecurityEventKind,
} from "@/domain/security/event";

const HOUR_MS = 60 * 60_000;

/**
 * Writes one line of the security log, in the caller's transaction: what did not happen is not there. Where the event is
 * a refusal, call it outside the transaction that the refusal rolls back.
 * @param about `accountId` is whose account it is, null where nobody has it; `by` is who did it, if not that person;
 * `detail` is our own word, such as "moderator to admin", never what somebody typed.
 */
export async function recordSecurityEvent(
  db: Db,
  kind: SecurityEventKind,
  about: { accountId: string | null; by?: Actor; detail?: string },
  now = new Date(),
): Promise<void> {
  const { accountId, by, detail = "" } = about;
  // Nobody may fill the disk, or bury what they did, by being refused over and over.
  if (PROVOKED_EVENTS.includes(kind)) {
    const since = new Date(now.getTime() - HOUR_MS);
    if ((await countSecurityEvents(db, { kind, accountId, since })) >= PROVOKED_AN_HOUR) return;
  }
  const byId = by && by.id !== accountId ? by.id : null;
  await insertSecurityEvent(db, { kind, accountId, byId, detail: eventDetail(detail) });
}
