import { currentActor, emailOfActor } from "@/server/auth/current-actor";
import { clearSignedInMark } from "@/server/auth/session-cookie";

/** Who asks, for the head of pages that are cached and the same for everybody: role and address, or null for both. Kept by nobody. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  const role = actor.kind === "campaigner" ? actor.role : null;
  // The session ended elsewhere: this browser need not ask again.
  if (role === null) await clearSignedInMark();
  const email = await emailOfActor(actor);
  return Response.json({ role, email }, { headers: { "Cache-Control": "private, no-store" } });
}
