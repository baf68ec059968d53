import { type Db, inTransaction } from "@/db/client";
import { deleteAccountActionsOf } from "@/db/queries/account-actions";
import { releaseImportsOf } from "@/db/queries/batches";
import {
  deleteByAddress,
  deleteMailOfMessages,
  emptyAccount,
  eraseReportsOf,
  eraseTextsOf,
} from "@/db/queries/erasure";
import { replaceModeratorAreas } from "@/db/queries/moderator-areas";
import { publish } from "@/db/queries/publications";
import { deleteQueueViewsOf } from "@/db/queries/queue-views";
import { deleteFilesOf, unpublishFilesOf } from "@/db/queries/report-files";
import { releaseHoldsOf } from "@/db/queries/reports";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { eraseLooksOf } from "@/db/queries/second-looks";
import { deleteSessionsOf } from "@/db/queries/sessions";
import { deleteSignInOffers } from "@/db/queries/sign-in-tokens";
import { deleteTakenTasksOf } from "@/db/queries/taken-tasks";
import type { Actor } from "@/domain/actor";
import { ConflictError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { openAccount, type Whose } from "@/server/campaigners/open-account";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Erases what we hold of a person, in one transaction: the address and everything found by it, sessions, drafts, what they
 * reported, wrote and were told, and what the audit says of it. Left are an id that says nothing, that something was done
 * under it, facts that were published, and reasons of decisions they made about others' reports. The audit's chain goes on
 * verifying (docs/decisions/0027).
 * @param move "erase-agreed" by the second person of two, for somebody who asked by letter.
 * @throws NotFoundError; InvalidInputError; NotAllowedError ("not-yours", "last-admin", "erased").
 */
export async function eraseAccount(
  db: Db,
  actor: Actor,
  whose: Whose,
  now: Date = new Date(),
  move: "erase" | "erase-agreed" = "erase",
): Promise<{ reports: number }> {
  return inTransaction(db, async (tx) => {
    const account = await openAccount(tx, actor, move, whose);
    const { id, email } = account;
    if (!(await emptyAccount(tx, account, now))) throw new ConflictError("account-changed");
    await deleteSessionsOf(tx, id);
    await releaseHoldsOf(tx, id);
    await releaseImportsOf(tx, id);
    // Before their reports are emptied: what is on a page leaves it with this transaction.
    if ((await unpublishFilesOf(tx, id)) > 0) await publish(tx, id, "Pictures left with their author");
    const reports = await eraseReportsOf(tx, id, now);
    await deleteFilesOf(tx, id);
    if (email !== null) {
      await deleteSignInOffers(tx, email);
      await deleteByAddress(tx, { email, pseudonym: pseudonym(email) }, now);
    }
    await deleteMailOfMessages(tx, id);
    await deleteAccountActionsOf(tx, id);
    await deleteTakenTasksOf(tx, id);
    await deleteQueueViewsOf(tx, id);
    await replaceModeratorAreas(tx, id, []);
    await eraseLooksOf(tx, id, now);
    // Their role is gone with the account: the entry says by which of the two ways it was asked for.
    await audit(tx, actor, "campaigner.erased", { type: "campaigner", id });
    await recordSecurityEvent(tx, "erased", { accountId: id, by: actor });
    await deleteSecondFactor(tx, id);
    await eraseTextsOf(tx, id);
    return { reports };
  });
}
