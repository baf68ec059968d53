import { type ClaimRead, idsIn, type SourceRead } from "@/domain/claims/reading";

/** Records that may not be named at present: their ids and names. Never leaves the server. */
export type HiddenNames = ReadonlyMap<string, string>;

/**
 * Takes away the whole quote of a claim that points at a hidden record, or whose words hold a hidden name: leaving the
 * rest would let the gap be read. The same for a source's title and note that hold one, and its link, which leads to
 * the title or is made of it.
 */
export function hideQuotes(claims: readonly ClaimRead[], hidden: HiddenNames): ClaimRead[] {
  if (hidden.size === 0) return [...claims];
  const names = [...hidden.values()].map(plain).filter((name) => name !== "");
  return claims.map((claim) => {
    const pointsAtIt = [claim.recordId, ...idsIn(claim.value)].some((id) => hidden.has(id));
    const isHidden = pointsAtIt || holdsAny(names, claim.says);
    return { ...claim, says: isHidden ? null : claim.says, source: hideTitle(claim.source, names) };
  });
}

function hideTitle(source: SourceRead, names: readonly string[]): SourceRead {
  const title = holdsAny(names, source.title) ? null : source.title;
  const note = holdsAny(names, source.note) ? null : source.note;
  const address = letters(decoded(source.url ?? ""));
  const isInAddress = names.some((name) => letters(name) !== "" && address.includes(letters(name)));
  return { ...source, title, note, url: title === null || isInAddress ? null : source.url };
}

function holdsAny(names: readonly string[], text: string | null): boolean {
  const said = plain(text ?? "");
  return names.some((name) => said.includes(name));
}

/** Letters and figures alone: an address writes a name with hyphens, or nothing, between its words. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Lower case, with one kind of apostrophe and of space: a quote may be typed otherwise than the name. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
}
