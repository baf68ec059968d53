import { closeDb, getDb } from "@/db/client";
import { findCampaigners } from "@/db/queries/campaigners";
import { ROLES, type Role, systemActor } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";
import { DomainError, InvalidInputError, NotAllowedError } from "@/domain/errors";
import { findCampaignerActor } from "@/server/campaigners/find-actor";
import { grantRole } from "@/server/campaigners/grant-role";
import { resetSecondFactor } from "@/server/second-factor/remove-second-factor";

/** `npm run campaigner -- …`: gives and takes roles from the command line; so is the first admin made. */
const usage = `Usage:
  npm run campaigner -- grant <role> <e-mail>    role: ${ROLES.join(", ")}
  npm run campaigner -- revoke <e-mail>          back to campaigner
  npm run campaigner -- second-factor-off <e-mail>   for who lost the authenticator app and the recovery codes
  npm run campaigner -- list`;

const refusals: Record<string, string> = {
  "last-admin": "This is the last admin. Make somebody else an admin first.",
  erased: "This campaigner has been erased.",
};

async function run([command, ...rest]: string[]): Promise<string> {
  if (command === "list" && rest.length === 0) return list();
  if (command === "grant" && rest.length === 2 && isRole(rest[0])) return grant(rest[1] ?? "", rest[0]);
  if (command === "revoke" && rest.length === 1) return grant(rest[0] ?? "", "campaigner");
  if (command === "second-factor-off" && rest.length === 1) return secondFactorOff(rest[0] ?? "");
  process.exitCode = 1;
  return usage;
}

async function secondFactorOff(email: string): Promise<string> {
  const { id } = await findCampaignerActor(getDb(), email);
  await resetSecondFactor(getDb(), systemActor(COMMAND_LINE), id);
  return "The authenticator app is removed. They can add another one when they have signed in.";
}

async function grant(email: string, role: Role): Promise<string> {
  const campaigner = await grantRole(getDb(), systemActor(COMMAND_LINE), { email }, role);
  const known = campaigner.emailVerifiedAt ? "" : " They have not signed in yet; it counts when they do.";
  return `${campaigner.email} is now: ${campaigner.role}.${known}`;
}

async function list(): Promise<string> {
  const rows = await findCampaigners(getDb(), 1000);
  if (rows.length === 0) return "Nobody yet.";
  return rows
    .map(
      ({ role, email, emailVerifiedAt }) =>
        `${role.padEnd(20)}${email}${emailVerifiedAt ? "" : "  (not signed in yet)"}`,
    )
    .join("\n");
}

function isRole(value: unknown): value is Role {
  return (ROLES as readonly unknown[]).includes(value);
}

function explain(error: unknown): string {
  if (error instanceof InvalidInputError) return "That is not an e-mail address.";
  if (error instanceof NotAllowedError) return refusals[error.reason] ?? error.message;
  if (error instanceof DomainError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeDb();
}
