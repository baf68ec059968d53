import type { Db } from "@/db/client";
import { countAdmins, findCampaigner } from "@/db/queries/campaigners";
import type { CampaignerActor } from "@/domain/actor";
import { accountRefusal } from "@/domain/campaigners/account-policy";
import type { MailWish } from "@/domain/campaigners/work-mail";
import { NotFoundError } from "@/domain/errors";

/** What a person's own page needs: their address, and whether they could erase themselves. @throws NotFoundError. */
export async function loadOwnAccount(
  db: Db,
  actor: CampaignerActor,
): Promise<{ email: string; isLastAdmin: boolean; mailWish: MailWish; called: string | null }> {
  const row = await findCampaigner(db, actor.id);
  if (!row) throw new NotFoundError("account");
  const facts = {
    id: row.id,
    role: row.role,
    isSuspended: row.suspendedAt !== null,
    isErased: row.erasedAt !== null,
    admins: await countAdmins(db),
  };
  return {
    email: row.email ?? "",
    isLastAdmin: accountRefusal(actor, "erase", facts) === "last-admin",
    mailWish: row.mailWish,
    called: row.called,
  };
}
