import type { Role } from "@/domain/actor";

/** The accounts of local mode, one of each role and a second moderator, because some decisions need two people. */
export const STARTER_ACCOUNTS = [
  { key: "campaigner", role: "campaigner" },
  { key: "trusted-campaigner", role: "trusted-campaigner" },
  { key: "moderator", role: "moderator" },
  { key: "second-moderator", role: "moderator" },
  { key: "admin", role: "admin" },
] as const satisfies readonly { key: string; role: Role }[];

export type StarterKey = (typeof STARTER_ACCOUNTS)[number]["key"];

/** `.test` never leads anywhere (RFC 2606). */
export function starterEmail(key: StarterKey): string {
  return `${key}@local.test`;
}

export function isStarterKey(value: unknown): value is StarterKey {
  return STARTER_ACCOUNTS.some(({ key }) => key === value);
}
