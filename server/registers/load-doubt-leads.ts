import type { Db } from "@/db/client";
import { listDoubtedPractices } from "@/db/queries/doubted-registrations";
import { type AnyActor, hasRole } from "@/domain/actor";
import { NotAllowedError } from "@/domain/errors";
import { byReason, type DoubtLeads } from "@/domain/registrations/doubted-practices";

/**
 * Practices whose registration is in doubt, by the reason.
 * @throws NotAllowedError for visitors: a list of places to look at is no publication.
 */
export async function loadDoubtLeads(db: Db, actor: AnyActor): Promise<DoubtLeads> {
  if (!hasRole(actor, "campaigner")) throw new NotAllowedError("sign-in");
  return byReason(await listDoubtedPractices(db));
}
