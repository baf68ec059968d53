import { type Db, inTransaction } from "@/db/client";
import { setImportsAside } from "@/db/queries/batches";
import { setSuspension } from "@/db/queries/campaigners";
import { bringReportsBack } from "@/db/queries/reports";
import type { Actor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { openAccount, type Whose } from "@/server/campaigners/open-account";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Lifts a suspension: they can sign in again, with the role they had, and what waited of theirs waits again.
 * @throws NotFoundError; InvalidInputError; NotAllowedError ("not-admin", "not-suspended", "erased").
 */
export async function restoreAccount(
  db: Db,
  actor: Actor,
  whose: Whose,
): Promise<{ reports: number; imports: number }> {
  return inTransaction(db, async (tx) => {
    const account = await openAccount(tx, actor, "restore", whose);
    if (!(await setSuspension(tx, account, null))) throw new ConflictError("account-changed");
    const back = await bringReportsBack(tx, account.id);
    const imports = await setImportsAside(tx, account.id, null);
    for (const { id } of back) await audit(tx, actor, "report.brought-back", { type: "report", id });
    const counts = { reports: back.length, imports: imports.length };
    await audit(tx, actor, "campaigner.restored", { type: "campaigner", id: account.id }, counts);
    await recordSecurityEvent(tx, "unsuspended", { accountId: account.id, by: actor });
    return counts;
  });
}
