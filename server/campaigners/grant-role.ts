import { type Db, inTransaction } from "@/db/client";
import {
  type CampaignerRow,
  findCampaigner,
  findCampaignerByEmail,
  insertCampaigner,
  lockAdmins,
  setRole,
} from "@/db/queries/campaigners";
import { closeLooksAbout } from "@/db/queries/second-looks";
import { type Actor, ROLES, type Role } from "@/domain/actor";
import { emailSchema } from "@/domain/campaigners/email";
import { roleRefusal } from "@/domain/campaigners/role-policy";
import { ConflictError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { readReason } from "@/domain/records/read-reason";
import { audit } from "@/server/audit";
import { askSecondLook, type SecondNeed, secondNeed } from "@/server/second-looks/ask-second-look";
import { recordSecurityEvent } from "@/server/security/record-security-event";

/** By address, somebody who has not signed in yet is entered; by id, they must exist. */
export type WhoseRole = { email: string } | { id: string };

/** The account as it stands then: of a role that waits for a second person, as before. */
export type RoleGiven = CampaignerRow & { need: SecondNeed };

/**
 * Gives a campaigner a role, higher or lower. It counts from their next request on; that of a moderator or admin once a second person agreed
 * (docs/decisions/0097), except by the command line, and where nobody else could be the second.
 * @param because who it is and why: for the second person where there is one, and for the audit where a role is taken away.
 * @throws NotAllowedError ("not-admin", "last-admin", "erased", "suspended"), NotFoundError, InvalidInputError, ConflictError ("second-waits")
 */
export function grantRole(
  db: Db,
  actor: Actor,
  whose: WhoseRole,
  role: Role,
  because: unknown = "",
): Promise<RoleGiven> {
  return inTransaction(db, async (transaction) => {
    // First, so that of two admins who remove each other one is refused.
    const admins = await lockAdmins(transaction);
    const known = await find(transaction, whose);
    const refusal = refusalOf(actor, known, role, admins);
    if (refusal) throw new NotAllowedError(refusal);

    const campaigner = known ?? (await enter(transaction, whose));
    if (campaigner.role === role) return { ...campaigner, need: "one" };
    const asked = { act: "grant", subjectType: "campaigner", subjectId: campaigner.id } as const;
    const need = isTrust(campaigner.role, role) ? await secondNeed(transaction, actor, asked) : "one";
    if (need === "two") {
      await askSecondLook(transaction, actor, {
        ...asked,
        wanted: role,
        reason: readReason(because, "because"),
      });
      return { ...campaigner, need };
    }
    const payload = need === "alone" ? { alone: true } : {};
    // Whoever loses a role may ask why, of people who were not there.
    if (actor.kind === "campaigner" && ROLES.indexOf(role) < ROLES.indexOf(campaigner.role))
      Object.assign(payload, { because: readReason(because, "because") });
    return { ...(await setAndTell(transaction, actor, campaigner, role, payload)), need };
  });
}

/**
 * The same by the second person, in the caller's transaction, as whoever asked still may.
 * @throws as `grantRole`; NotFoundError
 */
export async function grantAgreed(
  db: Db,
  by: Actor,
  { asker, id, role }: { asker: Actor; id: string; role: Role },
): Promise<CampaignerRow> {
  const admins = await lockAdmins(db);
  const known = await findCampaigner(db, id);
  if (!known) throw new NotFoundError("campaigner");
  const refusal = refusalOf(asker, known, role, admins);
  if (refusal) throw new NotAllowedError(refusal);
  return known.role === role ? known : setAndTell(db, by, known, role, { askedBy: asker.id });
}

/** Whether somebody would be trusted with what others sent who was not before. */
function isTrust(from: Role, to: Role): boolean {
  return ROLES.indexOf(to) >= ROLES.indexOf("moderator") && ROLES.indexOf(to) > ROLES.indexOf(from);
}

function refusalOf(actor: Actor, known: CampaignerRow | undefined, wanted: Role, admins: number) {
  return roleRefusal(actor, {
    current: known?.role ?? "campaigner",
    wanted,
    erased: !!known?.erasedAt,
    suspended: !!known?.suspendedAt,
    admins,
  });
}

async function setAndTell(
  db: Db,
  by: Actor,
  campaigner: CampaignerRow,
  role: Role,
  payload: Record<string, unknown>,
): Promise<CampaignerRow> {
  const { id, version, role: from } = campaigner;
  const changed = await setRole(db, { id, version, role });
  if (!changed) throw new ConflictError("role-changed");
  await closeLooksAbout(
    db,
    { subjectType: "campaigner", subjectId: id },
    { decidedBy: by.id, decidedAt: new Date() },
  );
  const action = ROLES.indexOf(role) > ROLES.indexOf(from) ? "role.granted" : "role.revoked";
  await audit(db, by, action, { type: "campaigner", id }, { from, to: role, ...payload });
  await recordSecurityEvent(db, "role-changed", { accountId: id, by, detail: `${from} to ${role}` });
  return changed;
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
