import type { Claim } from "@/domain/claims/claim";

/** The field of a claim that a service may have ended. */
export const DOUBT_FIELD = "may-have-ended";

/**
 * True for a claim that a service may have ended. Nothing is built on a doubt: what only doubts are about went with
 * the import that brought it. A doubt that was cleared up (null) is somebody's word that it is there.
 */
export function isDoubt({ field, value }: Pick<Claim, "field" | "value">): boolean {
  return field === DOUBT_FIELD && value !== null;
}
