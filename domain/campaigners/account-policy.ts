import { type AnyActor, hasRole, type Role } from "@/domain/actor";
import { COMMAND_LINE } from "@/domain/campaigners/role-policy";

/** What can be done to an account, besides giving it a role. */
export const ACCOUNT_MOVES = [
  "suspend",
  "restore",
  "end-sessions",
  "export",
  "erase",
  "ask-erasure",
  "erase-agreed",
] as const;
export type AccountMove = (typeof ACCOUNT_MOVES)[number];

export type AccountRefusal =
  | "not-admin"
  | "not-moderator"
  | "not-yours"
  | "own-account"
  | "second-factor"
  | "last-admin"
  | "erased"
  | "already-suspended"
  | "not-suspended";

export type AccountFacts = {
  id: string;
  role: Role;
  isSuspended: boolean;
  isErased: boolean;
  /** How many admins there are who are neither suspended nor erased, this one included. */
  admins: number;
};

/**
 * Admins suspend and end sessions; what we hold of a person is theirs alone to take or erase, or the command line's. For somebody who asked
 * by letter an admin asks for it, and a second person, whom `seconders` names, erases it.
 */
const BY: Record<AccountMove, "admin" | "self" | "moderator"> = {
  suspend: "admin",
  restore: "admin",
  "end-sessions": "admin",
  export: "self",
  erase: "self",
  "ask-erasure": "admin",
  "erase-agreed": "moderator",
};

/**
 * Why `actor` may not do this to that account, or null when they may. It is never done so that no admin is left. The same
 * function decides whether a button is drawn.
 */
export function accountRefusal(
  actor: AnyActor,
  move: AccountMove,
  facts: AccountFacts,
): AccountRefusal | null {
  const isCommand = actor.kind === "system" && actor.id === COMMAND_LINE;
  if (!isCommand && BY[move] === "admin" && !hasRole(actor, "admin")) return "not-admin";
  if (!isCommand && BY[move] === "moderator" && !hasRole(actor, "moderator")) return "not-moderator";
  if (!isCommand && BY[move] === "self" && actor.id !== facts.id) return "not-yours";
  // Whoever reads somebody's mail is not enough to take or destroy what an authenticator app guards.
  if (BY[move] === "self" && actor.kind === "campaigner" && actor.withheld) return "second-factor";
  if (facts.isErased) return "erased";
  if (move === "suspend" && facts.isSuspended) return "already-suspended";
  if (move === "restore" && !facts.isSuspended) return "not-suspended";
  const isOfOthers = move === "suspend" || move === "ask-erasure" || move === "erase-agreed";
  if (isOfOthers && actor.id === facts.id) return "own-account";
  const isActiveAdmin = facts.role === "admin" && !facts.isSuspended;
  const endsIt = isOfOthers || move === "erase";
  return endsIt && isActiveAdmin && facts.admins <= 1 ? "last-admin" : null;
}
