import type { Db } from "@/db/client";
import { findCampaigners } from "@/db/queries/campaigners";
import { ROLES, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { DomainError, InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { isOneOf } from "@/domain/lists/is-one-of";
import { endSessions } from "@/server/campaigners/end-sessions";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { exportAccount } from "@/server/campaigners/export-account";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { grantRole } from "@/server/campaigners/grant-role";
import { restoreAccount } from "@/server/campaigners/restore-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import { resetSecondFactor } from "@/server/second-factor/remove-second-factor";
import type { Command } from "./command";

/** `npm run campaigner -- …`: accounts from the command line; so is the first admin made. */
const usage = `Usage:
  npm run campaigner -- grant <role> <e-mail>        role: ${ROLES.join(", ")}
  npm run campaigner -- revoke <e-mail>              back to campaigner
  npm run campaigner -- suspend <e-mail> <reason>    signs them out; what waits of theirs leaves the queue
  npm run campaigner -- restore <e-mail>             lifts the suspension
  npm run campaigner -- end-sessions <e-mail>        signs them out everywhere
  npm run campaigner -- export <e-mail>              everything we hold of them, as JSON
  npm run campaigner -- erase <e-mail> <e-mail>      for good; the address twice, so that it is not a slip
  npm run campaigner -- second-factor-off <e-mail>   for who lost the authenticator app and the recovery codes
  npm run campaigner -- list`;

const refusals: Record<string, string> = {
  "last-admin": "This is the last admin. Make another person an admin first.",
  erased: "This campaigner has been erased.",
  suspended: "This account is suspended. Lift the suspension first.",
  "already-suspended": "This account is suspended already.",
  "not-suspended": "This account is not suspended.",
};

const actor = systemActor(COMMAND_LINE);

/** Each command by its number of words; more words of a reason are one. */
const commands: Record<string, (db: () => Db, ...words: string[]) => Promise<string | null>> = {
  "grant 2": async (db, role = "", email = "") => (isRole(role) ? grant(db(), email, role) : null),
  "revoke 1": async (db, email = "") => grant(db(), email, "campaigner"),
  "suspend 2": async (db, email = "", because = "") => {
    const { sessions, reports, imports } = await suspendAccount(db(), actor, { email }, { because });
    return `${email} is suspended. Ended: ${count(sessions, "session")}. Out of the queue: ${count(reports, "report")}, ${count(imports, "import")}.`;
  },
  "restore 1": async (db, email = "") => {
    const { reports, imports } = await restoreAccount(db(), actor, { email });
    return `${email} can sign in again. Back in the queue: ${count(reports, "report")}, ${count(imports, "import")}.`;
  },
  "end-sessions 1": async (db, email = "") =>
    `${email} is signed out. Ended: ${count(await endSessions(db(), actor, { email }), "session")}.`,
  "export 1": async (db, email = "") => JSON.stringify(await exportAccount(db(), actor, { email }), null, 2),
  "erase 2": async (db, email = "", again = "") => {
    if (email !== again) return null;
    const { reports } = await eraseAccount(db(), actor, { email });
    return `Erased, with ${count(reports, "report")}. Facts that were published stay.`;
  },
  "second-factor-off 1": async (db, email = "") => {
    const { id } = await findCampaignerActor(db(), email);
    await resetSecondFactor(db(), actor, id);
    return "The authenticator app is removed. They can add another one when they have signed in.";
  },
  "list 0": async (db) => list(db()),
};

/** `null`: it is no command of ours. */
async function run(db: () => Db, [command = "", ...rest]: string[]): Promise<string | null> {
  const words = command === "suspend" ? [...rest.slice(0, 1), rest.slice(1).join(" ")] : rest;
  const key = `${command} ${words.length}`;
  return (Object.hasOwn(commands, key) && (await commands[key]?.(db, ...words))) || null;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

async function grant(db: Db, email: string, role: Role): Promise<string> {
  const campaigner = await grantRole(db, actor, { email }, role);
  const known = campaigner.emailVerifiedAt ? "" : " They have not signed in yet; it counts when they do.";
  return `${campaigner.email} is now: ${campaigner.role}.${known}`;
}

async function list(db: Db): Promise<string> {
  const rows = await findCampaigners(db, 1000);
  if (rows.length === 0) return "No accounts yet.";
  return rows
    .map(({ role, email, emailVerifiedAt, suspendedAt }) => {
      const notes = `${emailVerifiedAt ? "" : "  (not signed in yet)"}${suspendedAt ? "  (suspended)" : ""}`;
      return `${role.padEnd(20)}${email}${notes}`;
    })
    .join("\n");
}

function isRole(value: unknown): value is Role {
  return isOneOf(ROLES, value);
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError && error.fields.because)
    return "Say why, in 10 to 500 letters: npm run campaigner -- suspend <e-mail> <reason>";
  if (error instanceof InvalidInputError) return "That is not an e-mail address.";
  if (error instanceof NotAllowedError) return refusals[error.reason] ?? error.message;
  if (error instanceof NotFoundError) return "No account has this address.";
  if (error instanceof DomainError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

export const campaignerCommand: Command = async (args, db, { say, complain }) => {
  try {
    const answer = await run(db, args);
    say(answer ?? usage);
    return answer === null ? 1 : 0;
  } catch (error) {
    complain(explain(error));
    return 1;
  }
};
