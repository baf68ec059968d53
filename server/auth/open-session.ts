import { getDb } from "@/db/client";
import { finishSignIn, type SignInProblem } from "@/server/auth/finish-sign-in";
import { clearSessionCookie, readSessionToken, writeSessionCookie } from "@/server/auth/session-cookie";
import { signOut } from "@/server/auth/sign-out";

/**
 * Signs this browser in with a one-time token. For server actions and route handlers only.
 * @returns what stood in the way, or null.
 */
export async function openSession(offer: { email: string; token: string }): Promise<SignInProblem | null> {
  const done = await finishSignIn(getDb(), { ...offer, previousSession: await readSessionToken() });
  if (!done.ok) return done.problem;
  await writeSessionCookie(done.session);
  return null;
}

/** Signs this browser out. */
export async function closeSession(): Promise<void> {
  const token = await readSessionToken();
  if (token) await signOut(getDb(), token);
  await clearSessionCookie();
}
