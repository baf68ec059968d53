import { type Db, inTransaction } from "@/db/client";
import { deleteSessionsOf } from "@/db/queries/sessions";
import type { Actor } from "@/domain/actor";
import { audit } from "@/server/audit";
import { openAccount, type Whose } from "@/server/campaigners/open-account";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * An admin, or the command line, signs somebody out on every device; they can sign in again. One's own sessions are
 * `server/auth/sign-out.ts`.
 * @returns how many there were.
 * @throws NotFoundError; InvalidInputError; NotAllowedError ("not-admin", "erased").
 */
export async function endSessions(db: Db, actor: Actor, whose: Whose): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { id } = await openAccount(tx, actor, "end-sessions", whose);
    const sessions = await deleteSessionsOf(tx, id);
    const subject = { type: "campaigner", id };
    await audit(tx, actor, "campaigner.signed-out-everywhere", subject, { sessions });
    const about = { accountId: id, by: actor, detail: `${sessions} sessions` };
    await recordSecurityEvent(tx, "signed-out-everywhere", about);
    return sessions;
  });
}
