import type { Db } from "@/db/client";
import { lockAccount } from "@/db/queries/account-actions";
import {
  type CampaignerRow,
  findCampaigner,
  findCampaignerByEmail,
  lockAdmins,
} from "@/db/queries/campaigners";
import type { Actor } from "@/domain/actor";
import { type AccountMove, accountRefusal } from "@/domain/campaigners/account-policy";
import { emailSchema } from "@/domain/campaigners/email";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";

/** Whose account: by id from a page, by address from the command line. */
export type Whose = { email: string } | { id: string };

/**
 * The account, locked until the transaction ends, once it is sure that `actor` may do this to it. The admins are locked
 * first, always: of two who would remove each other one is refused.
 * @throws NotFoundError; InvalidInputError for what is no address; NotAllowedError with the policy's reason.
 */
export async function openAccount(
  db: Db,
  actor: Actor,
  move: AccountMove,
  whose: Whose,
): Promise<CampaignerRow> {
  const admins = await lockAdmins(db);
  const found = await find(db, whose);
  if (found) await lockAccount(db, found.id);
  // Again, under its lock: what was read before may be over.
  const account = found && (await findCampaigner(db, found.id));
  if (!account) throw new NotFoundError("campaigner");
  const refusal = accountRefusal(actor, move, {
    id: account.id,
    role: account.role,
    isSuspended: account.suspendedAt !== null,
    isErased: account.erasedAt !== null,
    admins,
  });
  if (refusal) throw new NotAllowedError(refusal);
  return account;
}

async function find(db: Db, whose: Whose): Promise<CampaignerRow | undefined> {
  if ("id" in whose)
    return /^[0-9a-f-]{36}$/i.test(whose.id) ? await findCampaigner(db, whose.id) : undefined;
  const parsed = emailSchema.safeParse(whose.email);
  if (!parsed.success) throw new InvalidInputError({ email: "email-invalid" });
  return findCampaignerByEmail(db, parsed.data);
}
