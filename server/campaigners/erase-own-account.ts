import type { Db } from "@/db/client";
import { findSession } from "@/db/queries/sessions";
import type { CampaignerActor } from "@/domain/actor";
import { ERASE_WITHIN_MINUTES, ERASE_WORDS } from "@/domain/campaigners/erase-words";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { hashSessionToken } from "@/server/auth/find-session";
import { eraseAccount } from "@/server/campaigners/erase-account";

/**
 * Somebody erases their own account: signed in lately, and with the words typed out.
 * @param sent `sessionToken` is what their cookie holds.
 * @throws InvalidInputError; NotAllowedError ("sign-in-again", "last-admin").
 */
export async function eraseOwnAccount(
  db: Db,
  actor: CampaignerActor,
  sent: { words: string; sessionToken: string | undefined },
  now: Date = new Date(),
): Promise<void> {
  if (sent.words.trim().toLowerCase() !== ERASE_WORDS) throw new InvalidInputError({ words: "words-wrong" });
  const found = sent.sessionToken && (await findSession(db, hashSessionToken(sent.sessionToken), now));
  const since = now.getTime() - ERASE_WITHIN_MINUTES * 60_000;
  if (!found || found.campaigner.id !== actor.id || found.session.createdAt.getTime() < since)
    throw new NotAllowedError("sign-in-again");
  await eraseAccount(db, actor, { id: actor.id }, now);
}
