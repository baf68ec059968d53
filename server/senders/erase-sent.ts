import { type Db, inTransaction } from "@/db/client";
import { deleteByAddress, eraseSentBy } from "@/db/queries/erasure";
import { deleteSignInOffers } from "@/db/queries/sign-in-tokens";
import type { CampaignerActor } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { eraseSentRefusal } from "@/domain/senders/erase-sent";
import { audit } from "@/server/audit";
import { pseudonym } from "@/server/auth/sign-in-secrets";
import { openSent, type SentThing } from "@/server/senders/open-sent";

/**
 * Erases a complaint or a tip, and all else that is found by the address it came from, in one transaction. What is open is closed, without a mail.
 * Left are that there was one, about which entry or area and when, and what moderators did about the entry. The audit's chain goes on
 * verifying (docs/decisions/0108).
 * @param isAlone nobody else could agree: the audit says so.
 * @throws NotFoundError; NotAllowedError ("not-moderator", "sent-erased", "has-account").
 */
export async function eraseSent(
  db: Db,
  actor: CampaignerActor,
  thing: SentThing,
  { now, isAlone }: { now: Date; isAlone: boolean },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { id, email, facts } = await openSent(tx, actor, thing);
    // Whose work it is about was asked of who asked and of the second.
    const { hasAccount, isErased } = facts;
    const refusal = eraseSentRefusal(actor, "agree", { hasAccount, isErased, isOwnWork: false });
    if (refusal) throw new NotAllowedError(refusal);
    // Somebody who erased it meanwhile was first.
    if ((await eraseSentBy(tx, { id, email }, now)).length === 0) throw new NotAllowedError("sent-erased");
    if (email !== null) {
      await deleteSignInOffers(tx, email);
      await deleteByAddress(tx, { email, pseudonym: pseudonym(email) }, now);
    }
    await audit(tx, actor, `${thing.kind}.erased`, { type: thing.kind, id }, { isAlone });
  });
}
