import { type Claim, holdsMany, type RecordType } from "@/domain/claims/claim";

/** Key of a value among those a many-valued field holds at once; a newer claim on the same key replaces the older. */
function valueKey(claim: Claim): string {
  const value = claim.value;
  if (typeof value === "object" && value !== null) {
    if ("key" in value) return String(value.key);
    if ("code" in value && "scheme" in value) return `${value.scheme}:${value.code}`;
    // That something is so, and that it is not, are said of the same.
    if ("isSo" in value) return JSON.stringify({ ...value, isSo: undefined });
  }
  return JSON.stringify(value);
}

/** What a claim is about within its record: its field, and of a field that holds several values the one that is meant. */
export function claimKey(claim: Claim): string {
  return holdsMany(claim.recordType, claim.field) ? `${claim.field}\u0000${valueKey(claim)}` : claim.field;
}

/** Later confirmed wins; on the same day the later recorded; ids last, so that the answer never depends on row order. */
function isStronger(a: Claim, b: Claim): boolean {
  if (a.confirmedOn !== b.confirmedOn) return a.confirmedOn > b.confirmedOn;
  if (a.recordedAt.getTime() !== b.recordedAt.getTime()) return a.recordedAt > b.recordedAt;
  return a.id > b.id;
}

/** The claims of one record that hold now: for every field one, for a many-valued field one per value. */
export function claimsInForce<C extends Claim>(claims: readonly C[]): C[] {
  const strongest = new Map<string, C>();
  for (const claim of claims) {
    if (claim.supersededBy !== null) continue;
    const key = claimKey(claim);
    const held = strongest.get(key);
    if (!held || isStronger(claim, held)) strongest.set(key, claim);
  }
  return [...strongest.values()];
}

/** The one claim in force for a single-valued field, if any. */
export function inForce(claims: readonly Claim[], recordType: RecordType, field: string): Claim | undefined {
  return claimsInForce(claims).find((claim) => claim.recordType === recordType && claim.field === field);
}
