import { ROLES, type Role } from "@/domain/actor";

/** Set beside the session, which no script may read. It says that asking is worth while and proves nothing. */
const MARK = /(?:^|; )signed-in=yes(?:;|$)/;

/** The role of whoever is signed in here; null for a visitor, of whom nothing is asked, and when no answer comes. */
export async function findRole(): Promise<Role | null> {
  if (!MARK.test(document.cookie) || document.querySelector("[data-signed-in]")) return null;
  try {
    const signal = "timeout" in AbortSignal ? AbortSignal.timeout(10_000) : null;
    const answer = await fetch("/api/session", { cache: "no-store", signal });
    if (!answer.ok) return null;
    const said: unknown = await answer.json();
    const role = typeof said === "object" && said !== null && "role" in said ? said.role : null;
    return ROLES.find((each) => each === role) ?? null;
  } catch {
    return null;
  }
}
