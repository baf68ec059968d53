import { type Db, inTransaction } from "@/db/client";
import { findUnansweredInvitations } from "@/db/queries/campaigners";
import { emptyAccount } from "@/db/queries/erasure";
import { deleteMailTo } from "@/db/queries/mail";
import { systemActor } from "@/domain/actor";
import { audit } from "@/server/audit";

const RETENTION_JOB = systemActor("retention");
const AT_ONCE = 100;

/**
 * Erases accounts that are no more than an invitation which nobody took up: their address, and mail to it. An admin who was entered and has
 * never signed in stays: it may be the only one.
 */
export async function forgetInvitations(db: Db, since: Date, now: Date): Promise<void> {
  for (const account of await findUnansweredInvitations(db, since, AT_ONCE))
    await inTransaction(db, async (tx) => {
      if (!(await emptyAccount(tx, account, now))) return;
      if (account.email !== null) await deleteMailTo(tx, account.email);
      await audit(tx, RETENTION_JOB, "campaigner.erased", { type: "campaigner", id: account.id });
    });
}
