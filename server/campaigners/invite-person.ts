import { type Db, inTransaction } from "@/db/client";
import type { CampaignerRow } from "@/db/queries/campaigners";
import { type Actor, ROLES, type Role } from "@/domain/actor";
import { InvalidInputError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { campaign, siteOrigin } from "@/env";
import { grantRole } from "@/server/campaigners/grant-role";
import { mailWords } from "@/server/mail/mail-words";
import { type Mail, queueMail } from "@/server/mail/queue-mail";
import type { SecondNeed } from "@/server/second-looks/ask-second-look";

/**
 * Invites somebody by mail: their address is entered with a role, and they sign in with it as everybody does; the mail itself lets nobody in. Invited
 * again while they have not signed in they get another mail, at most one a day. As a moderator or admin they are mailed once a second person agreed.
 * @returns the account's id, and by how many it was done.
 * @throws NotAllowedError; InvalidInputError on `email` or `role`, also where somebody with this address has signed in before: their role is changed
 * on their own page, where it is seen what they have.
 */
export function invitePerson(
  db: Db,
  actor: Actor,
  input: { email: string; role: unknown; because?: unknown },
  now = new Date(),
): Promise<{ id: string; need: SecondNeed }> {
  const { role, because } = input;
  return inTransaction(db, async (transaction) => {
    if (!isOneOf(ROLES, role)) throw new InvalidInputError({ role: "role-needed" });
    const invited = await grantRole(transaction, actor, { email: input.email.trim() }, role, because);
    if (invited.emailVerifiedAt) throw new InvalidInputError({ email: "has-account" });
    const { id, need } = invited;
    if (need !== "two") await queueMail(transaction, invitation(invited, role, now));
    return { id, need };
  });
}

/** What tells somebody who has not signed in yet that they can, and as what. */
export function invitation({ id, email }: Pick<CampaignerRow, "id" | "email">, role: Role, now: Date): Mail {
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
