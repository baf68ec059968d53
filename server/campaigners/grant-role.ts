import { type Db, inTransaction } from "@/db/client";
import {
  type CampaignerRow,
  findCampaigner,
  findCampaignerByEmail,
  insertCampaigner,
  lockAdmins,
  setRole,
} from "@/db/queries/campaigners";
import { type Actor, ROLES, type Role } from "@/domain/actor";
import { emailSchema } from "@/domain/campaigners/email";
import { roleRefusal } from "@/domain/campaigners/role-policy";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { audit } from "@/server/audit";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** By address, somebody who has not signed in yet is entered; by id, they must exist. */
export type WhoseRole = { email: string } | { id: string };

/**
 * Gives a campaigner a role, higher or lower. It counts from their next request on.
 * @throws NotAllowedError ("not-admin", "last-admin", "erased", "suspended"), NotFoundError, InvalidInputError, ConflictError
 */
export function grantRole(db: Db, actor: Actor, whose: WhoseRole, role: Role): Promise<CampaignerRow> {
  return inTransaction(db, async (transaction) => {
    // First, so that of two admins who remove each other one is refused.
    const admins = await lockAdmins(transaction);
    const known = await find(transaction, whose);
    const facts = {
      current: known?.role ?? "campaigner",
      wanted: role,
      erased: !!known?.erasedAt,
      suspended: !!known?.suspendedAt,
      admins,
    } as const;
    const refusal = roleRefusal(actor, facts);
    if (refusal) throw new NotAllowedError(refusal);

    const campaigner = known ?? (await enter(transaction, whose));
    if (campaigner.role === role) return campaigner;
    const changed = await setRole(transaction, { id: campaigner.id, version: campaigner.version, role });
    if (!changed) throw new ConflictError("role-changed");
    const action = ROLES.indexOf(role) > ROLES.indexOf(campaigner.role) ? "role.granted" : "role.revoked";
    const subject = { type: "campaigner", id: campaigner.id };
    await audit(transaction, actor, action, subject, { from: campaigner.role, to: role });
    const detail = `${campaigner.role} to ${role}`;
    await recordSecurityEvent(transaction, "role-changed", { accountId: campaigner.id, by: actor, detail });
    return changed;
  });
}

function find(db: Db, whose: WhoseRole): Promise<CampaignerRow | undefined> {
  return "id" in whose ? findCampaigner(db, whose.id) : findCampaignerByEmail(db, readEmail(whose.email));
}

async function enter(db: Db, whose: WhoseRole): Promise<CampaignerRow> {
  const entered =
    "email" in whose ? await insertCampaigner(db, { email: readEmail(whose.email) }) : undefined;
  if (!entered) throw new NotFoundError("campaigner");
  return entered;
}

function readEmail(typed: string): string {
  const parsed = emailSchema.safeParse(typed);
  if (!parsed.success) throw new InvalidInputError({ email: "email-invalid" });
  return parsed.data;
}
