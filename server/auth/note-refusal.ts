import { getDb } from "@/db/client";
import { currentActor } from "@/server/auth/current-actor";
import { log } from "@/server/log";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/**
 * Somebody signed in asked for what they may not have: a line of the security log, outside whatever was rolled back. A
 * visitor who must sign in first is none. The person's answer does not wait on whether it could be written.
 * @param what the action or page, and the reason.
 */
export async function noteRefusal(what: string): Promise<void> {
  try {
    const actor = await currentActor();
    if (actor.kind !== "campaigner") return;
    await recordSecurityEvent(getDb(), "refused", { accountId: actor.id, detail: what });
  } catch (error) {
    log.error({ err: error }, "The security log could not be written");
  }
}
