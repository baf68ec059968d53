import { countsAs, DEFAULT_DEFINITION, type LegalForm } from "./legal-form";
import type { OwnerClass } from "./owner-class";

/** Why an organisation is counted as outside the NHS, or not: a key of the words `providers.why`. */
export type WhyCounted =
  | OwnerClass
  /** Neither: owned by others, but what it is in law no source says. */
  | "others-type-not-known"
  /** It runs GP practices, and nobody has found who owns it. */
  | "no-source"
  | "form"
  | "form-inside"
  | "type-not-known";

/**
 * By its majority owner, where that is known; a registered organisation of GP practices whose owners nobody has found is counted apart; any
 * other by what it is in law.
 * @param kind as `kindOfRunner` has it: whom it belongs to is in it.
 * @param practices GP practices that are registered to it.
 */
export function whyCounted({
  kind,
  ownerClass,
  practices,
}: {
  kind: LegalForm | null;
  ownerClass: OwnerClass | null;
  practices: number;
}): WhyCounted {
  if (kind === "nhs-body" || kind === "nhs-owned-company") return "nhs";
  if (ownerClass === "others") return kind === null ? "others-type-not-known" : "others";
  if (ownerClass !== null) return ownerClass;
  if (practices > 0) return "no-source";
  if (kind === null) return "type-not-known";
  return countsAs(kind, DEFAULT_DEFINITION) ? "form" : "form-inside";
}

/** Of which fact the source stands beside the reason; null where there is none to show. */
export function reasonField(why: WhyCounted): "owner-class" | "legal-form" | null {
  if (why === "no-source" || why === "type-not-known") return null;
  return why === "form" || why === "form-inside" ? "legal-form" : "owner-class";
}
