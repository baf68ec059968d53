import { plainName } from "@/domain/names/plain-name";

/** What a reader types and what a record is called differ in accents too, and in "St" for "Saint": the plain name without them. */
export function normaliseName(text: string): string {
  return plainName(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bsaint\b/g, "st")
    .trim();
}

/** Each word of a text, as `normaliseName` writes it. */
export function wordsOfName(text: string): string[] {
  return normaliseName(text).split(" ").filter(Boolean);
}

/** Longer than any name; what is beyond it is cut off. */
export const MAX_QUERY = 100;
/** One letter finds everything and nothing. */
export const MIN_QUERY = 2;
/** More words than a name has; what is beyond them is not looked for. */
const MAX_WORDS = 8;

/** The words to look for, at most eight. Empty when there is too little to go by. */
export function searchWords(query: string): string[] {
  const name = normaliseName(query.slice(0, MAX_QUERY));
  return name.length < MIN_QUERY ? [] : name.split(" ").slice(0, MAX_WORDS);
}

/** Words that people leave out or swap: "Newcastle on Tyne", "Brighton Hove", "Spa Medica Ltd". In English and Welsh. */
const SMALL_WORDS = new Set([
  "a",
  "and",
  "ar",
  "at",
  "by",
  "in",
  "le",
  "limited",
  "ltd",
  "of",
  "on",
  "plc",
  "super",
  "the",
  "upon",
  "y",
  "yr",
]);

/** The words that tell a name from another; all of them when it has no others. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : [...words];
}
