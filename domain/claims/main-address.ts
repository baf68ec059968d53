import { type AddressValue, addressValueSchema, type Claim } from "@/domain/claims/claim";

/** What is said of a place's main address and not replaced, oldest first, each with its value. */
export function mainAddresses(claims: readonly Claim[]): (Claim & { value: AddressValue })[] {
  return claims.flatMap((claim) => {
    if (claim.field !== "address" || claim.supersededBy !== null) return [];
    const value = addressValueSchema.parse(claim.value);
    return value.key === "main" ? [{ ...claim, value }] : [];
  });
}
