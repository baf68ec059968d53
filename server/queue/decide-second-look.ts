import { type Db, inTransaction } from "@/db/client";
import { findCampaigner, lockAdmins } from "@/db/queries/campaigners";
import { lockPublishing } from "@/db/queries/report-records";
import { closeSecondLook, findSecondLook, type SecondLookRow } from "@/db/queries/second-looks";
import { type CampaignerActor, hasRole } from "@/domain/actor";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { ENTRY_TYPES } from "@/domain/records/entry-path";
import { readReason } from "@/domain/records/read-reason";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import {
  ADMIN_ACTS,
  mayTakeBack,
  type SecondVerdict,
  secondRefusal,
} from "@/domain/second-looks/second-look";
import { SENT_KINDS } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";
import { audit } from "@/server/audit";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { grantAgreed } from "@/server/campaigners/grant-role";
import { invitation } from "@/server/campaigners/invite-person";
import { queueMail } from "@/server/mail/queue-mail";
import { eraseRecord } from "@/server/records/erase-record";
import { eraseSource } from "@/server/records/erase-source";
import { restoreAtOnce } from "@/server/records/restore-record";
import { findSeconders } from "@/server/second-looks/find-seconders";
import { eraseSent } from "@/server/senders/erase-sent";

/** @param version of the entry beside which it was shown what would happen. */
export type SecondAnswer = { id: string; agrees: boolean; because: unknown; version?: unknown };

/**
 * The second person agrees, and what was asked for happens, or does not: then what was taken off the site is shown again, and nothing else happens.
 * Whoever asked can take it back, except what is off the site. All in one transaction.
 * @returns how it ended.
 * @throws NotAllowedError ("not-moderator", "second-asked", "second-concerned", "second-other", "second-asker-gone", and what the act itself
 * refuses); NotFoundError; InvalidInputError on `because`; ConflictError ("second-decided", and what the act itself ends in).
 */
export function decideSecondLook(
  db: Db,
  actor: CampaignerActor,
  { id, agrees, because: given, version }: SecondAnswer,
  now = new Date(),
): Promise<SecondVerdict> {
  if (!hasRole(actor, "moderator")) throw new NotAllowedError("not-moderator");
  return inTransaction(db, async (transaction) => {
    const look = isUuid(id) ? await findSecondLook(transaction, id) : undefined;
    if (!look) throw new NotFoundError("second-look");
    // As the acts themselves do, before any row is locked.
    if (ADMIN_ACTS.includes(look.act)) await lockAdmins(transaction);
    if (!ADMIN_ACTS.includes(look.act) || isOneOf([...ENTRY_TYPES, "source"], look.subjectType))
      await lockPublishing(transaction);
    if (look.verdict !== null) throw decidedBefore(look);
    const isOwn = !agrees && actor.id === look.askedBy && mayTakeBack(look.act);
    if (!isOwn) {
      const { asked, able } = await findSeconders(transaction, look);
      const refusal = secondRefusal(actor.id, asked, able);
      if (refusal) throw new NotAllowedError(refusal);
    }
    const because = readReason(given, "because");
    const verdict = agrees ? "agreed" : isOwn ? "taken-back" : "declined";
    const closed = { verdict, decidedBy: actor.id, decidedAt: now, because } as const;
    if (!(await closeSecondLook(transaction, id, closed)))
      throw decidedBefore((await findSecondLook(transaction, id)) ?? look);
    const subject = { type: look.subjectType, id: look.subjectId };
    const payload = { act: look.act, askedBy: look.askedBy, because };
    await audit(transaction, actor, `second.${verdict}`, subject, payload);
    if (agrees) await carryOut(transaction, actor, look, { reason: because, version, now });
    else if (verdict === "declined" && look.act === "withhold")
      await showAgain(transaction, actor, look, { reason: because, version });
    return verdict;
  });
}

function decidedBefore({ decidedBy }: SecondLookRow): ConflictError {
  return new ConflictError("second-decided", moderatorHandle(decidedBy ?? ""));
}

type Said = { reason: string; version: unknown };

function showAgain(db: Db, actor: CampaignerActor, look: SecondLookRow, { reason, version }: Said) {
  const input = { type: look.subjectType, ref: look.subjectId, reason };
  return restoreAtOnce(db, actor, version === undefined ? input : { ...input, version });
}

async function carryOut(db: Db, actor: CampaignerActor, look: SecondLookRow, said: Said & { now: Date }) {
  if (look.act === "withhold") return;
  const asker = await findAsker(db, look);
  if (look.act === "restore") await showAgain(db, actor, look, said);
  if (look.act === "erase") await eraseAgreed(db, actor, look, said);
  if (look.act !== "grant" || look.wanted === null) return;
  const granted = await grantAgreed(db, actor, { asker, id: look.subjectId, role: look.wanted });
  // Of an invitation: they are told once it is true.
  if (granted.emailVerifiedAt === null && granted.email !== null)
    await queueMail(db, invitation(granted, look.wanted, said.now));
}

/** Of an account, of who sent a complaint or a tip, of an entry, or of the words of a source. */
function eraseAgreed(
  db: Db,
  actor: CampaignerActor,
  { subjectType, subjectId: id }: SecondLookRow,
  { now, version }: Said & { now: Date },
) {
  if (isOneOf(ENTRY_TYPES, subjectType))
    return eraseRecord(db, actor, { type: subjectType, id }, { now, isAlone: false, version });
  if (subjectType === "source") return eraseSource(db, actor, id, { now, isAlone: false });
  return isOneOf(SENT_KINDS, subjectType)
    ? eraseSent(db, actor, { kind: subjectType, id }, { now, isAlone: false })
    : eraseAccount(db, actor, { id }, now, "erase-agreed");
}

/** Whoever asked, as long as they still may: of somebody who was suspended nothing more is carried out. @throws NotAllowedError */
async function findAsker(db: Db, { askedBy, act }: SecondLookRow): Promise<CampaignerActor> {
  const row = isUuid(askedBy) ? await findCampaigner(db, askedBy) : undefined;
  const asker: CampaignerActor | null =
    row && !row.suspendedAt && !row.erasedAt ? { kind: "campaigner", id: row.id, role: row.role } : null;
  if (!asker || !hasRole(asker, ADMIN_ACTS.includes(act) ? "admin" : "moderator"))
    throw new NotAllowedError("second-asker-gone");
  return asker;
}
