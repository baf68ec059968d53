import { type Db, inTransaction } from "@/db/client";
import {
  type CampaignerRow,
  findCampaignerByEmail,
  insertCampaigner,
  markEmailVerified,
} from "@/db/queries/campaigners";
import { NotFoundError } from "@/domain/errors";
import { audit } from "@/server/audit";

/**
 * Somebody proved that they read mail at this address. The first time makes them a campaigner (or confirms one whom an
 * admin entered); later times change nothing.
 * @param email as `emailSchema` returns it.
 */
export function joinCampaigner(db: Db, email: string, now = new Date()): Promise<CampaignerRow> {
  return inTransaction(db, async (transaction) => {
    const added = await insertCampaigner(transaction, { email, emailVerifiedAt: now });
    const found = added ?? (await findCampaignerByEmail(transaction, email));
    if (!found) throw new NotFoundError("campaigner");
    const confirmed = added ?? (await markEmailVerified(transaction, found.id, now));
    if (!confirmed) return found;
    const actor = { kind: "campaigner", id: confirmed.id, role: confirmed.role } as const;
    await audit(transaction, actor, "campaigner.joined", { type: "campaigner", id: confirmed.id });
    return confirmed;
  });
}
