import { ROLES, type Role } from "@/domain/actor";
import { readCode } from "@/domain/campaigners/sign-in-code";

/** Who holds this role or a higher one can have, and can be made to have, a second factor. */
export const SECOND_FACTOR_FROM: Role = "moderator";
/** What is left of a role until the second factor is given: to read others' reports and write one's own. */
export const WITHOUT_SECOND_FACTOR: Role = "trusted-campaigner";

/** Codes for who loses the app; each is good once. */
export const RECOVERY_CODES = 8;

export function hasSecondFactorRole(role: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(SECOND_FACTOR_FROM);
}

export type TypedFactor = { kind: "app" | "recovery"; code: string };

/** What was typed: six digits of the app, or a recovery code. Undefined when it can be neither. */
export function readFactor(typed: unknown): TypedFactor | undefined {
  if (typeof typed !== "string" || typed.length > 100) return undefined;
  const digits = typed.replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(digits)) return { kind: "app", code: digits };
  const code = readCode(typed);
  return code === undefined ? undefined : { kind: "recovery", code };
}
