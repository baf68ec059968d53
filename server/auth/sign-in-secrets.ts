import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "@/domain/campaigners/sign-in-code";
import { authSecret } from "@/env";

/** A one-time token for a link: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** As next-auth 4 hashes it before it looks it up (`hashToken` in its core/lib/utils.js): it must be the same here. */
export function hashToken(token: string): string {
  return createHash("sha256").update(`${token}${authSecret()}`).digest("hex");
}

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  ).join("");
}

/** Keyed, and bound to the address: a copy of the table alone cannot be searched for the few codes there are. */
export function hashCode(email: string, code: string): string {
  return keyed(`sign-in-code:${email}:${code}`);
}

/** Keyed, and bound to the account. */
export function hashRecoveryCode(accountId: string, code: string): string {
  return keyed(`recovery-code:${accountId}:${code}`);
}

/** Stands for something personal, such as an IP address, where only "the same as before" matters. */
export function pseudonym(text: string): string {
  return keyed(`pseudonym:${text}`).slice(0, 32);
}

/** Signs what a browser is asked to work out, and the answer that we know already. */
export function workSecrets(): { ofQuestion: string; ofAnswer: string } {
  return { ofQuestion: keyed("work:question"), ofAnswer: keyed("work:answer") };
}

/** Takes as long for a near miss as for a wild guess. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function keyed(text: string): string {
  return createHmac("sha256", authSecret()).update(text).digest("hex");
}
