import type { Db } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import { findComplaint } from "@/db/queries/complaints";
import { findTip } from "@/db/queries/tips";
import type { AnyActor } from "@/domain/actor";
import { NotFoundError } from "@/domain/errors";
import type { SentFacts } from "@/domain/senders/erase-sent";
import type { SentKind } from "@/domain/senders/sender";
import { isUuid } from "@/domain/uuid";
import { leavesErasingToOthers } from "@/server/second-looks/own-work";

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
  const isOwnWork = complaint !== undefined && (await leavesErasingToOthers(db, actor, complaint.recordId));
  const facts = { isOwnWork, hasAccount: account !== undefined, isErased: erasedAt !== null };
  return { id, email, accountId: account?.id ?? null, facts };
}
