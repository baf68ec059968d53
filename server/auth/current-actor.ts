import { redirect } from "next/navigation";
import { cache } from "react";
import { getDb } from "@/db/client";
import { findEmailOf } from "@/db/queries/reports";
import { type AnyActor, type CampaignerActor, VISITOR } from "@/domain/actor";
import { localeOf } from "@/domain/campaigners/own-path";
import { localPath } from "@/domain/language/locale";
import { findActorOfToken } from "@/server/auth/find-session";
import { readSessionToken } from "@/server/auth/session-cookie";
import { hasActionBegun } from "@/server/http/begun-action";

/**
 * Who is asking: VISITOR when signed out. The role is read from the database at every request, so that a change of
 * role and a revoked session count at once. Never call it on a page that is cached for everyone.
 * @throws DatabaseUnavailableError
 */
export const currentActor: () => Promise<AnyActor> = cache(async () => {
  const token = await readSessionToken();
  return token ? findActorOfToken(getDb(), token) : VISITOR;
});

/** The email address of whoever is asking; null when signed out. */
export async function emailOfActor(actor: AnyActor): Promise<string | null> {
  return actor.kind === "campaigner" ? findEmailOf(getDb(), actor.id) : null;
}

/**
 * For pages that need somebody: sends a visitor to sign in and back.
 * @param returnTo the path of the page, such as "/reports" or "/cy/reports"; it is checked again when it is used.
 */
export async function requireActor(returnTo: string): Promise<CampaignerActor> {
  const actor = await currentActor();
  if (actor.kind === "campaigner") return actor;
  redirect(localPath(localeOf(returnTo), `/sign-in?${new URLSearchParams({ callbackUrl: returnTo })}`));
}

/**
 * As `requireActor`, but a form that comes from somebody whose session has run out is answered with the page, which shows what was typed
 * and where to sign in: without scripts nothing else holds it.
 */
export async function requireActorOfPage(returnTo: string): Promise<AnyActor> {
  return hasActionBegun() ? currentActor() : requireActor(returnTo);
}
