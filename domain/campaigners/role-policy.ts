import { type AnyActor, hasRole, type Role } from "@/domain/actor";

/** The job that `npm run campaigner` runs as: the way to make the first admin. */
export const COMMAND_LINE = "command-line";

export type RoleRefusal = "not-admin" | "last-admin" | "erased" | "suspended";

export type RoleFacts = {
  current: Role;
  wanted: Role;
  erased: boolean;
  /** A suspended account keeps its role for when it is lifted; nobody gives it another meanwhile. */
  suspended?: boolean;
  /** How many admins there are who are neither suspended nor erased, this one included. */
  admins: number;
};

/**
 * May `actor` give this role to that campaigner? Only admins and the command line may, and never so that no admin is
 * left. `product.md`, Roles.
 * @returns why not, or null when it is allowed.
 */
export function roleRefusal(actor: AnyActor, facts: RoleFacts): RoleRefusal | null {
  const mayGrant = hasRole(actor, "admin") || (actor.kind === "system" && actor.id === COMMAND_LINE);
  if (!mayGrant) return "not-admin";
  if (facts.erased) return "erased";
  if (facts.suspended) return "suspended";
  if (facts.current === "admin" && facts.wanted !== "admin" && facts.admins <= 1) return "last-admin";
  return null;
}
