import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import { findSession } from "@/db/queries/sessions";
import { type AnyActor, VISITOR } from "@/domain/actor";
import { isLocalMode } from "@/env";

/** The database holds hashes only: whoever reads it cannot sign in with what they read. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** @param token what the cookie holds. @returns VISITOR for a session that is unknown, over or revoked. */
export async function findActorOfToken(db: Db, token: string, now = new Date()): Promise<AnyActor> {
  const found = await findSession(db, hashSessionToken(token), now);
  if (!found || found.campaigner.erasedAt) return VISITOR;
  // A copy of a local database must not carry its starter accounts into the open.
  if (found.campaigner.isStarter && !isLocalMode()) return VISITOR;
  return { kind: "campaigner", id: found.campaigner.id, role: found.campaigner.role };
}
