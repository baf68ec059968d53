import { decodedAddress, type Folded, foldLetters } from "@/domain/language/fold-letters";
import { type Found, findShapes, type ShapeReason } from "@/domain/services/revealing/address-shapes";
import { type Phrase, type PhraseReason, phrasesOf, type Where } from "@/domain/services/revealing/where";

export type RevealingReason = ShapeReason | PhraseReason | "link-unreadable";
/** A text that would be public, by the field it stands in. */
export type LabelledText = { field: string; text: string; isLink?: boolean };
/** Words of a text that would tell where a service is: positions in the text as it was typed. */
export type RevealingWords = { field: string; start: number; end: number; reason: RevealingReason };

/** Finds in texts what would tell where a service is. Made once for a place, to look through any number of texts. */
export type RevealingFinder = (texts: readonly LabelledText[]) => RevealingWords[];

/**
 * The one rule of what a text about care shown by area only may not say: the name, street, town and postcode of the place,
 * however they are written, and any street number, street, postcode, landline or position at all, and in a link the same.
 * A link that tells is told whole. Words of an area that readers are told anyway (`Where.allowed`) count for nothing.
 */
export function revealingFinder(where: Where): RevealingFinder {
  const phrases = phrasesOf(where).map((phrase) => ({ ...phrase, pattern: patternOf(phrase.words) }));
  const allowed = where.allowed.map(patternOfText).filter((pattern) => pattern !== null);
  return (texts) =>
    texts.flatMap(({ field, text, isLink = false }) => {
      if (text.trim() === "") return [];
      const found = isLink ? inLink(text, phrases, allowed) : inText(text, phrases, allowed);
      return found.map((words) => ({ field, ...words }));
    });
}

type Known = Phrase & { pattern: RegExp };
type Words = Omit<RevealingWords, "field">;

function inText(text: string, phrases: readonly Known[], allowed: readonly RegExp[]): Words[] {
  const folded = foldLetters(text);
  const isCapital = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  const free = rangesOf(folded, allowed);
  const known = phrases.flatMap(({ pattern, reason, needsCapital }) =>
    matchesOf(folded, pattern)
      .filter(({ start, end }) => !free.some((range) => range.start <= start && end <= range.end))
      .filter(({ start }) => !needsCapital || isCapital(start))
      .map((range) => ({ ...range, reason })),
  );
  return merged([...known, ...findShapes(folded, isCapital)]).map(({ start, end, reason }) => ({
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? text.length,
    reason,
  }));
}

/** In an address words stand between hyphens, or nothing, and one that tells is told whole. */
function inLink(url: string, phrases: readonly Known[], allowed: readonly RegExp[]): Words[] {
  const whole = (reason: RevealingReason): Words[] => [{ start: 0, end: url.length, reason }];
  // A host in other letters than it shows is written so: what it says nobody can read.
  if (/(?:^|[/.@])xn--/i.test(url)) return whole("link-unreadable");
  const folded = foldLetters(decodedAddress(url));
  const free = rangesOf(folded, allowed);
  const rest = [...folded.plain]
    .map((letter, at) => (free.some(({ start, end }) => start <= at && at < end) ? " " : letter))
    .join("");
  const compact = rest.replace(/[^\p{L}\p{N} ]/gu, "");
  const known = phrases.find(({ words, pattern }) => {
    const letters = words.map(([word = ""]) => word).join("");
    return letters.length >= 5 && /^\p{L}+$/u.test(letters)
      ? compact.includes(letters) || matchesOf({ plain: rest }, pattern).length > 0
      : matchesOf({ plain: rest }, pattern).length > 0;
  });
  if (known) return whole(known.reason);
  const [shape] = findShapes({ plain: rest }, () => false, true);
  return shape ? whole(shape.reason) : [];
}

function rangesOf(folded: Folded, patterns: readonly RegExp[]) {
  return patterns.flatMap((pattern) => matchesOf(folded, pattern));
}

function matchesOf({ plain }: Pick<Folded, "plain">, pattern: RegExp): { start: number; end: number }[] {
  return [...plain.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function patternOfText(text: string): RegExp | null {
  const words = foldLetters(text).plain.match(/[\p{L}\p{N}]+/gu);
  return words ? patternOf(words.map((word) => [word])) : null;
}

/** Between words anything that is no letter; between the letters of a long phrase a little of it too: "B r i s t o l". */
function patternOf(words: readonly (readonly string[])[]): RegExp {
  const length = words.map(([word = ""]) => word).join("").length;
  const letters = (word: string) => (length >= 5 ? [...word].join("[^\\p{L}\\p{N}]{0,3}") : word);
  const between = length >= 5 ? "[^\\p{L}\\p{N}]{0,6}" : "[^\\p{L}\\p{N}]+";
  const spelt = words.map((spellings) => `(?:${spellings.map(letters).join("|")})`).join(between);
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelt}s?(?![\\p{L}\\p{N}])`, "gu");
}

/** In their order, those that overlap as one. */
function merged(found: readonly Found<RevealingReason>[]): Found<RevealingReason>[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Found<RevealingReason>[] = [];
  for (const next of inOrder) {
    const last = result.at(-1);
    if (last && next.start < last.end) last.end = Math.max(last.end, next.end);
    else result.push({ ...next });
  }
  return result;
}
