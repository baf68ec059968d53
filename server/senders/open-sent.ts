import type { Db } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { findComplaint, findMakersOf } from "@/db/queries/complaints";
import { listColleagues } from "@/db/queries/second-looks";
import { findTip } from "@/db/queries/tips";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import type { SentFacts } from "@/domain/senders/erase-sent";
import type { SentKind } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";

/** A complaint or a tip, by its id. */
export type SentThing = { kind: SentKind; id: string };

export type OpenedSent = {
  id: string;
  /** Null where none was given, or it is removed. */
  email: string | null;
  /** The account with that address. */
  accountId: string | null;
  facts: SentFacts;
};

/** One that was confirmed, and how it stands between it and who asks. @throws NotFoundError */
export async function openSent(db: Db, actor: AnyActor, { kind, id }: SentThing): Promise<OpenedSent> {
  if (!isUuid(id)) throw new NotFoundError(kind);
  const complaint = kind === "complaint" ? await findComplaint(db, id) : undefined;
  const sent = complaint ?? (kind === "tip" ? (await findTip(db, id))?.tip : undefined);
  if (!sent) throw new NotFoundError(kind);
  const { email, erasedAt } = sent;
  const account = email === null ? undefined : await findCampaignerByEmail(db, email);
  const isOwnWork = complaint !== undefined && (await isOwn(db, actor, complaint.recordId));
  const facts = { isOwnWork, hasAccount: account !== undefined, isErased: erasedAt !== null };
  return { id, email, accountId: account?.id ?? null, facts };
}

/** Whoever made an entry does not ask that a complaint about it be emptied, where another admin could. */
async function isOwn(db: Db, actor: AnyActor, recordId: string): Promise<boolean> {
  const makers = await findMakersOf(db, recordId);
  if (actor.id === null || !makers.has(actor.id)) return false;
  return (await listColleagues(db)).some(({ id, role }) => role === "admin" && !makers.has(id));
}
