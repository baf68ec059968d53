import type { DisputeRead } from "@/domain/claims/dispute";
import { type ChangeRead, type ClaimRead, idsIn, type SourceRead } from "@/domain/claims/reading";
import { plainName } from "@/domain/names/plain-name";

/** Records that may not be named at present: their ids and names. Never leaves the server. */
export type HiddenNames = ReadonlyMap<string, string>;

/** Facts in words of a source's own, which can name anybody; a record's own name is another record's only by chance. */
const IN_FREE_WORDS: readonly string[] = ["owners", "about", "covers", "website", "operator"];

/**
 * Takes away the whole quote of a claim that points at a hidden record, or whose words hold a hidden name: leaving the
 * rest would let the gap be read. The same for a source's title and note that hold one, and its link, which leads to
 * the title or is made of it. A fact that is nothing but words is left out where they hold one.
 */
export function hideQuotes(claims: readonly ClaimRead[], hidden: HiddenNames): ClaimRead[] {
  if (hidden.size === 0) return [...claims];
  const names = plainNames(hidden);
  const isSaid = ({ field, value }: ClaimRead) => {
    if (!IN_FREE_WORDS.includes(field)) return false;
    const words = typeof value === "string" ? value : JSON.stringify(value);
    return field === "website" ? isNamedIn(words, names) : holdsAny(names, words);
  };
  return claims
    .filter((claim) => !isSaid(claim))
    .map((claim) => {
      const pointsAtIt = [claim.recordId, ...idsIn(claim.value)].some((id) => hidden.has(id));
      const isHidden = pointsAtIt || holdsAny(names, claim.says);
      return { ...claim, says: isHidden ? null : claim.says, source: hideTitle(claim.source, names) };
    });
}

/** Whether a value says a hidden name in any words of it, or points at what has it. */
export function isHiddenValue(value: unknown, hidden: HiddenNames): boolean {
  const words = typeof value === "string" ? value : JSON.stringify(value);
  const names = plainNames(hidden);
  const isTold = /^https?:/.test(words) ? isNamedIn(words, names) : holdsAny(names, words);
  return isTold || idsIn(value).some((id) => hidden.has(id));
}

/** The text, or null where it holds a hidden name. */
export function hideText(text: string | null, hidden: HiddenNames): string | null {
  return holdsAny(plainNames(hidden), text) ? null : text;
}

/** Changes without the reasons that hold a hidden name: "Import undone: the clinics of Zebra". */
export function hideReasons(changes: readonly ChangeRead[], hidden: HiddenNames): ChangeRead[] {
  return changes.map((change) => ({ ...change, reason: hideText(change.reason, hidden) }));
}

/** Disputes without those whose words hold a hidden name. */
export function hideDisputes<D extends DisputeRead>(disputes: readonly D[], hidden: HiddenNames): D[] {
  return disputes.filter(({ says }) => hideText(says, hidden) !== null);
}

/** Sources without the titles, notes and links that hold a hidden name. */
export function hideTitles<S extends SourceRead>(sources: readonly S[], hidden: HiddenNames): S[] {
  const names = plainNames(hidden);
  return sources.map((source) => hideTitle(source, names));
}

function plainNames(hidden: HiddenNames): string[] {
  return [...hidden.values()].map(plainName).filter((name) => name !== "");
}

function hideTitle<S extends SourceRead>(source: S, names: readonly string[]): S {
  const title = holdsAny(names, source.title) ? null : source.title;
  const note = holdsAny(names, source.note) ? null : source.note;
  const isInAddress = isNamedIn(source.url ?? "", names);
  return { ...source, title, note, url: title === null || isInAddress ? null : source.url };
}

/** Whether an address, of a page or of an organisation's own site, is made of one of the names. */
function isNamedIn(url: string, names: readonly string[]): boolean {
  const address = letters(decoded(url));
  return names.some((name) => address.includes(letters(name)));
}

/** A quote may be typed otherwise than the name: both are compared as plain names. */
function holdsAny(names: readonly string[], text: string | null): boolean {
  const said = plainName(text ?? "");
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
