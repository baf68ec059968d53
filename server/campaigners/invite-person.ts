import { type Db, inTransaction } from "@/db/client";
import type { CampaignerRow } from "@/db/queries/campaigners";
import { type Actor, ROLES, type Role } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { campaign, siteOrigin } from "@/env";
import { grantRole } from "@/server/campaigners/grant-role";
import { mailWords } from "@/server/mail/mail-words";
import { type Mail, queueMail } from "@/server/mail/queue-mail";

/**
 * Invites somebody by mail: their address is entered with a role, and they sign in with it as everybody does; the mail itself lets nobody in. Invited
 * again while they have not signed in they get another mail, at most one a day.
 * @returns the account's id.
 * @throws NotAllowedError; InvalidInputError on `email` or `role`, also where somebody with this address has signed in before: their role is changed
 * on their own page, where it is seen what they have.
 */
export function invitePerson(
  db: Db,
  actor: Actor,
  input: { email: string; role: unknown },
  now = new Date(),
): Promise<string> {
  const { role } = input;
  return inTransaction(db, async (transaction) => {
    if (!isOneOf(ROLES, role)) throw new InvalidInputError({ role: "role-needed" });
    const invited = await grantRole(transaction, actor, { email: input.email.trim() }, role);
    if (invited.emailVerifiedAt) throw new InvalidInputError({ email: "has-account" });
    await queueMail(transaction, invitation(invited, role, now));
    return invited.id;
  });
}

function invitation({ id, email }: Pick<CampaignerRow, "id" | "email">, role: Role, now: Date): Mail {
  const words = mailWords("en");
  const values = {
    site: campaign().name,
    origin: siteOrigin(),
    role: role === "trusted-campaigner" ? "trusted" : role,
  };
  return {
    to: email ?? "",
    subject: words("invitation.subject", values),
    text: words("invitation.text", values),
    purpose: "invitation",
    dedupeKey: `invitation:${id}:${role}:${now.toISOString().slice(0, 10)}`,
  };
}
