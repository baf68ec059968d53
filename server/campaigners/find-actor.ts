import type { Db } from "@/db/client";
import { findCampaignerByEmail } from "@/db/queries/campaigners";
import type { CampaignerActor } from "@/domain/actor";
import { emailSchema } from "@/domain/campaigners/email";
import { NotFoundError } from "@/domain/errors";

/**
 * Somebody by their address, for the command line: whoever may run it there acts as them, and the audit says who.
 * @throws NotFoundError when nobody has this address or they were suspended or erased.
 */
export async function findCampaignerActor(db: Db, email: string): Promise<CampaignerActor> {
  const parsed = emailSchema.safeParse(email);
  const known = parsed.success ? await findCampaignerByEmail(db, parsed.data) : undefined;
  if (!known || known.erasedAt || known.suspendedAt) throw new NotFoundError(`campaigner ${email}`);
  return { kind: "campaigner", id: known.id, role: known.role };
}
