import { ROLES, type Role } from "@/domain/actor";

/** Set beside the session, which no script may read. It says that asking is worth while and proves nothing. */
const MARK = /(?:^|; )signed-in=yes(?:;|$)/;

export type OwnSession = { role: Role; email: string };

/** Who is signed in here; null for a visitor, of whom nothing is asked, and when no answer comes. */
export async function findOwnSession(): Promise<OwnSession | null> {
  if (!MARK.test(document.cookie) || document.querySelector("[data-signed-in]")) return null;
  try {
    const signal = "timeout" in AbortSignal ? AbortSignal.timeout(10_000) : null;
    const answer = await fetch("/api/session", { cache: "no-store", signal });
    return answer.ok ? readSession(await answer.json()) : null;
  } catch {
    return null;
  }
}

function readSession(said: unknown): OwnSession | null {
  if (typeof said !== "object" || said === null || !("role" in said) || !("email" in said)) return null;
  const role = ROLES.find((each) => each === said.role);
  return role && typeof said.email === "string" ? { role, email: said.email } : null;
}
