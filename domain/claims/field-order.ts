import type { ClaimField } from "@/domain/claims/claim";

/**
 * In which order pages give facts, the same on every page: who runs it and what they are, then what and where it is, how it
 * stands, who pays and by which contract, and what was counted. Whatever is not here comes last.
 */
export const FIELD_ORDER: readonly ClaimField[] = [
  "provider",
  "provider-kind",
  "operator",
  "name",
  "name-cy",
  "legal-form",
  "owners",
  "owner-class",
  "parent",
  "holder",
  "category",
  "kind",
  "place",
  "address",
  "identifier",
  "registration",
  "registration-doubt",
  "companies-house-number",
  "company-status",
  "regulator-number",
  "website",
  "about",
  "comment",
  "status",
  "started-on",
  "ended-on",
  "may-have-ended",
  "successor",
  "commissioner",
  "contract",
  "type",
  "award-route",
  "notice-reference",
  "starts-on",
  "ends-on",
  "value-pounds",
  "covers",
  "serves-area",
  "specialty",
  "waiting-times",
  "paid-for-by",
  "reported-count",
];

const places: ReadonlyMap<string, number> = new Map(FIELD_ORDER.map((field, at) => [field, at]));

/** For sorting claims by their field; those of one field keep the order they had. */
export function byField(a: { field: string }, b: { field: string }): number {
  return (places.get(a.field) ?? FIELD_ORDER.length) - (places.get(b.field) ?? FIELD_ORDER.length);
}
