import { type Db, inTransaction } from "@/db/client";
import { deleteSession, deleteSessionsOf } from "@/db/queries/sessions";
import { type Actor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { hashSessionToken } from "@/server/auth/find-session";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** Ends one session: the row goes, so that a copy of the cookie is worth nothing. */
export function signOut(db: Db, token: string): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const accountId = await deleteSession(transaction, hashSessionToken(token));
    if (accountId) await recordSecurityEvent(transaction, "signed-out", { accountId });
  });
}

/**
 * Ends every session of a campaigner, on every device: their own, or anybody's for an admin.
 * @returns how many there were.
 * @throws NotAllowedError
 */
export function signOutEverywhere(db: Db, actor: Actor, campaignerId: string): Promise<number> {
  if (actor.id !== campaignerId && !hasRole(actor, "admin")) throw new NotAllowedError("not-admin");
  return inTransaction(db, async (transaction) => {
    const count = await deleteSessionsOf(transaction, campaignerId);
    const subject = { type: "campaigner", id: campaignerId };
    await audit(transaction, actor, "campaigner.signed-out-everywhere", subject, { sessions: count });
    const about = { accountId: campaignerId, by: actor, detail: `${count} sessions` };
    await recordSecurityEvent(transaction, "signed-out-everywhere", about);
    return count;
  });
}
