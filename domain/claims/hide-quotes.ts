import { type ClaimRead, idsIn } from "@/domain/claims/reading";

/** Records that may not be named at present: their ids and names. Never leaves the server. */
export type HiddenNames = ReadonlyMap<string, string>;

/**
 * Takes away the whole quote of a claim that points at a hidden record, or whose words hold a hidden name: leaving the
 * rest would let the gap be read.
 */
export function hideQuotes(claims: readonly ClaimRead[], hidden: HiddenNames): ClaimRead[] {
  if (hidden.size === 0) return [...claims];
  const names = [...hidden.values()].map(plain).filter((name) => name !== "");
  return claims.map((claim) => {
    const pointsAtIt = [claim.recordId, ...idsIn(claim.value)].some((id) => hidden.has(id));
    const says = plain(claim.says ?? "");
    return pointsAtIt || names.some((name) => says.includes(name)) ? { ...claim, says: null } : claim;
  });
}

/** Lower case, with one kind of apostrophe and of space: a quote may be typed otherwise than the name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
}
