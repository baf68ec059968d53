import { type Db, inTransaction } from "@/db/client";
import { lockAdmins } from "@/db/queries/campaigners";
import { findOpenLook } from "@/db/queries/second-looks";
import { type AnyActor, type CampaignerActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { readReason } from "@/domain/records/read-reason";
import { type EraseSentRefusal, eraseSentRefusal } from "@/domain/senders/erase-sent";
import { askSecondLook, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";
import { eraseSent } from "@/server/senders/erase-sent";
import { openSent, type SentThing } from "@/server/senders/open-sent";

/**
 * An admin asks that what the sender of a complaint or a tip sent us be erased: it is done once a second person agreed, because nothing brings it
 * back. Where nobody else could be the second it is done now, and the audit says so (docs/decisions/0108).
 * @throws NotFoundError; InvalidInputError on `because`; NotAllowedError ("not-admin", "own-entry", "has-account", "sent-erased"); ConflictError ("second-waits").
 */
export function askErasingSent(
  db: Db,
  actor: CampaignerActor,
  { kind, id, because }: SentThing & { because: unknown },
  now = new Date(),
): Promise<SecondNeed> {
  return inTransaction(db, async (tx) => {
    // As whoever agrees does, before any row is locked.
    await lockAdmins(tx);
    const { facts } = await openSent(tx, actor, { kind, id });
    const refusal = eraseSentRefusal(actor, "ask", facts);
    if (refusal) throw new NotAllowedError(refusal);
    const reason = readReason(because, "because");
    const asked = { act: "erase", subjectType: kind, subjectId: id } as const;
    const need = await secondNeed(tx, actor, asked);
    if (need === "two") await askSecondLook(tx, actor, { ...asked, reason });
    else await eraseSent(tx, actor, { kind, id }, { now, isAlone: true });
    return need;
  });
}

export type ErasingSent = {
  refusal: EraseSentRefusal | null;
  /** The account with the sender's address, where all of it is erased. */
  accountId: string | null;
  /** What waits for a second person already. */
  lookId: string | null;
};

/** What an admin is shown beside a complaint or a tip; null for everybody else. @throws NotFoundError */
export async function loadErasingSent(
  db: Db,
  actor: AnyActor,
  { kind, id }: SentThing,
): Promise<ErasingSent | null> {
  if (!hasRole(actor, "admin")) return null;
  const { facts, accountId } = await openSent(db, actor, { kind, id });
  const look = await findOpenLook(db, { subjectType: kind, subjectId: id });
  return { refusal: eraseSentRefusal(actor, "ask", facts), accountId, lookId: look?.id ?? null };
}
