import { createHash } from "node:crypto";
import { type Db, inTransaction } from "@/db/client";
import { deleteSession, findSession, markSessionSeen, type SessionRow } from "@/db/queries/sessions";
import { type AnyActor, type CampaignerActor, ROLES, type Role, VISITOR } from "@/domain/actor";
import { IDLE_FROM_ROLE, IDLE_MINUTES } from "@/domain/security/idle";
import { WITHOUT_SECOND_FACTOR } from "@/domain/security/second-factor";
import { isLocalMode } from "@/env";
import { mustGiveSecondFactor } from "@/server/auth/second-factor-step";
import { recordSecurityEvent } from "@/server/security/record-security-event";

const MINUTE_MS = 60_000;

/** The database holds hashes only: whoever reads it cannot sign in with what they read. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** @param token what the cookie holds. @returns VISITOR for a session that is unknown, over or revoked, or of an account that is suspended. */
export async function findActorOfToken(db: Db, token: string, now = new Date()): Promise<AnyActor> {
  const found = await findSession(db, hashSessionToken(token), now);
  if (!found || found.campaigner.erasedAt || found.campaigner.suspendedAt) return VISITOR;
  // A copy of a local database must not carry its starter accounts into the open.
  if (found.campaigner.isStarter && !isLocalMode()) return VISITOR;
  const { session, campaigner } = found;
  const whole = { kind: "campaigner", id: campaigner.id, role: campaigner.role } as const;
  if (ROLES.indexOf(campaigner.role) < ROLES.indexOf(IDLE_FROM_ROLE)) return whole;
  if (!(await keepAlive(db, session, now))) return VISITOR;
  // Held back here, where every use case gets its actor, and in no page: there is no way around it.
  if (!(await mustGiveSecondFactor(db, session))) return whole;
  return { ...whole, role: WITHOUT_SECOND_FACTOR, withheld: campaigner.role };
}

/** The role that an admin gave them, whether or not this session has given its second factor. */
export function roleHeld(actor: CampaignerActor): Role {
  return actor.withheld ?? actor.role;
}

/** Whoever may decide is signed out when they have asked for nothing for a while: a screen that was left open. */
async function keepAlive(db: Db, session: SessionRow, now: Date): Promise<boolean> {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (idle > IDLE_MINUTES * MINUTE_MS) {
    await endIdleSession(db, session);
    return false;
  }
  if (idle >= MINUTE_MS) await markSessionSeen(db, session.token, now);
  return true;
}

function endIdleSession(db: Db, { token, campaignerId }: SessionRow): Promise<void> {
  return inTransaction(db, async (transaction) => {
    const gone = await deleteSession(transaction, token);
    if (gone) await recordSecurityEvent(transaction, "session-idle", { accountId: campaignerId });
  });
}
