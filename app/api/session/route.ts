import { currentActor } from "@/server/auth/current-actor";
import { clearSignedInMark } from "@/server/auth/session-cookie";

/** Who asks, for the head of pages that are cached and the same for everybody: a role, or null. Kept by nobody. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  const role = actor.kind === "campaigner" ? actor.role : null;
  // The session ended elsewhere: this browser need not ask again.
  if (role === null) await clearSignedInMark();
  return Response.json({ role }, { headers: { "Cache-Control": "private, no-store" } });
}
