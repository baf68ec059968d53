import { RETENTION } from "@/domain/privacy/retention";

/** The short code of a sign-in mail, for typing on another device. */

/** Letters and digits that are not mistaken for each other, and no vowels, so that no word appears. */
export const CODE_ALPHABET = "BCDFGHJKMNPQRSTVWXZ2346789";
export const CODE_LENGTH = 8;
/** Wrong guesses before a code is dead. 5 out of 26^8 (2 * 10^11). */
export const CODE_ATTEMPTS = 5;
export const CODE_MINUTES = RETENTION.signInCodes.count;
/** A link lives longer: some mail servers hold back a first mail for half an hour. */
export const LINK_MINUTES = RETENTION.signInLinks.count;

/** As it is shown: "BCDF-GHJK". */
export function groupCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** What was typed, tidied: any case, with or without dash and spaces. Undefined when it cannot be a code. */
export function readCode(typed: unknown): string | undefined {
  if (typeof typed !== "string" || typed.length > 100) return undefined;
  const code = typed.toUpperCase().replace(/[\s\-‐-―.]/g, "");
  const known = [...code].every((character) => CODE_ALPHABET.includes(character));
  return code.length === CODE_LENGTH && known ? code : undefined;
}
