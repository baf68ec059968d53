import { type AnyActor, hasRole } from "@/domain/actor";

export type EraseSentRefusal = "not-admin" | "not-moderator" | "own-entry" | "has-account" | "sent-erased";

export type SentFacts = {
  /** It is about an entry that this person sent, approved or changed, and another admin could ask. */
  isOwnWork: boolean;
  /** The address that is held of its sender is an account's, with which all of it is erased. */
  hasAccount: boolean;
  isErased: boolean;
};

/**
 * Why `actor` may not have erased what the sender of a complaint or a tip sent us, or null when they may. An admin asks; "agree" is the second
 * person, whom `seconders` names. The same function decides whether the form is drawn.
 */
export function eraseSentRefusal(
  actor: AnyActor,
  move: "ask" | "agree",
  { isOwnWork, hasAccount, isErased }: SentFacts,
): EraseSentRefusal | null {
  if (move === "ask" && !hasRole(actor, "admin")) return "not-admin";
  if (!hasRole(actor, "moderator")) return "not-moderator";
  if (isErased) return "sent-erased";
  if (isOwnWork) return "own-entry";
  return hasAccount ? "has-account" : null;
}
