import type { Claim } from "@/domain/claims/claim";

/** The field of a claim that a service may have ended. */
export const DOUBT_FIELD = "may-have-ended";

/**
 * True for a claim that a service may have ended, or does not seem so any more (null). Nothing can be made of such claims
 * alone: what only they are about went with the import that brought it.
 */
export function isDoubt({ field }: Pick<Claim, "field">): boolean {
  return field === DOUBT_FIELD;
}
