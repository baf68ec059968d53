import { foldLetters } from "@/domain/language/fold-letters";
import { parsePostcode } from "@/domain/postcodes/postcode";
import { COMMON_WORDS } from "@/domain/services/revealing/common-words";

/** All that is known of where a service is which is shown by area only. It is used to look for it, and shown to nobody. */
export type Where = {
  /** What the place is called, in every language and by every record that stands there. */
  names: readonly string[];
  /** Lines of its address. */
  streets: readonly string[];
  towns: readonly string[];
  /** Whole ones, or parts of one. */
  postcodes: readonly string[];
  /** Towns, villages and suburbs of the area around: with a capital, they tell the area more exactly than we do. */
  nearby: readonly string[];
  /** The provider: its words in the place's name tell nothing. The place's whole name still does. */
  providerName: string;
  /** What readers are told anyway, such as the area's name: towns within it count for nothing. */
  allowed: readonly string[];
};

export const NOWHERE: Where = {
  names: [],
  streets: [],
  towns: [],
  postcodes: [],
  nearby: [],
  providerName: "",
  allowed: [],
};

export type PhraseReason = "place-name" | "street" | "town" | "postcode";
/** Words, one after the other, that tell the place. Each word has its spellings. */
export type Phrase = { words: readonly string[][]; reason: PhraseReason; needsCapital: boolean };

/** Each kind of street under all its spellings. */
const STREET_SPELLINGS: readonly string[][] = [
  ["road", "rd"],
  ["street", "st", "str"],
  ["avenue", "ave", "av"],
  ["lane", "ln"],
  ["drive", "dr", "drv"],
  ["close", "cl"],
  ["crescent", "cres", "cresc", "cr"],
  ["terrace", "terr", "ter", "tce"],
  ["square", "sq"],
  ["place", "pl"],
  ["court", "ct"],
  ["gardens", "gdns", "garden"],
  ["grove", "gr", "grv"],
  ["parade", "pde"],
  ["saint", "st", "sant", "santes"],
  ["mount", "mt"],
  ["north", "n"],
  ["south", "s"],
  ["east", "e"],
  ["west", "w"],
];

const spellingsOf = (word: string): string[] => {
  const all = STREET_SPELLINGS.filter((spellings) => spellings.includes(word)).flat();
  return all.length > 0 ? [...new Set([word, ...all])] : [word];
};

export const wordsOf = (text: string): string[] => foldLetters(text).plain.match(/[\p{L}\p{N}]+/gu) ?? [];
const isCommon = (word: string) => COMMON_WORDS.has(word) || /^\p{N}/u.test(word);
const partsOf = (text: string) => text.split(/[,;()/|\n\r]+/);

/** Every phrase that would tell the place. */
export function phrasesOf(where: Where): Phrase[] {
  const ofProvider = new Set(wordsOf(where.providerName));
  const town = new Set(where.towns.flatMap(wordsOf));
  const phrases = [
    ...where.names.flatMap(partsOf).flatMap((name) => phrasesOfName(name, ofProvider, town)),
    ...where.streets.flatMap(partsOf).flatMap(phrasesOfStreet),
    ...where.towns.flatMap(partsOf).flatMap(phrasesOfTown),
    ...where.nearby.flatMap(phrasesOfNearby),
    ...where.postcodes.flatMap(phrasesOfPostcode),
  ];
  const once = new Map(phrases.map((phrase) => [JSON.stringify(phrase.words), phrase]));
  return [...once.values()];
}

const phrase = (words: readonly string[], reason: PhraseReason, needsCapital = false): Phrase => ({
  words: words.map((word) => (words.length > 1 ? spellingsOf(word) : [word])),
  reason,
  needsCapital,
});

/** From the first word that tells something to the last. */
function coreOf(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !isCommon(word));
  const last = words.findLastIndex((word) => !isCommon(word));
  return first === -1 ? [] : words.slice(first, last + 1);
}

const singles = (words: readonly string[], reason: PhraseReason) =>
  words.filter((word) => word.length >= 4 && !isCommon(word)).map((word) => phrase([word], reason));

function phrasesOfName(name: string, ofProvider: ReadonlySet<string>, town: ReadonlySet<string>): Phrase[] {
  const words = wordsOf(name);
  const core = coreOf(words);
  const own = words.filter((word) => !ofProvider.has(word) || town.has(word));
  // A name of nothing but usual words ("Hope House") is still a name, in exactly these words.
  const whole =
    core.length > 0
      ? phrase(core, "place-name", core.join("").length <= 3)
      : words.length >= 2 && words.some((word) => !KINDS_OF_SITE.has(word))
        ? phrase(words, "place-name", true)
        : null;
  return [...(whole ? [whole] : []), ...joinedOf(words), ...singles(own, "place-name")];
}

/** "GroveHouse" for "Grove House Clinic": the name without what kind of site it is, written as one word. */
function joinedOf(words: readonly string[]): Phrase[] {
  const first = words.findIndex((word) => !KINDS_OF_SITE.has(word));
  const own = words.slice(first, words.findLastIndex((word) => !KINDS_OF_SITE.has(word)) + 1);
  const joined = own.join("");
  return first === -1 || own.length < 2 || joined.length < 8
    ? []
    : [phrase([joined], "place-name", own.every(isCommon))];
}

/** A name of these alone tells that there is a clinic, and not which. */
const KINDS_OF_SITE: ReadonlySet<string> = new Set(
  (
    "a an the nhs clinic centre center hospital surgery service services unit health care healthcare medical community " +
    "women womens woman men sexual assault referral sarc rape crisis abortion termination pregnancy advisory british " +
    "domestic abuse violence refuge aid gender identity and of for in at fertility treatment local private"
  ).split(" "),
);

function phrasesOfStreet(line: string): Phrase[] {
  const words = wordsOf(line).filter((word) => !/^\p{N}/u.test(word));
  const whole = words.length >= 2 ? [phrase(words, "street", words.every(isCommon))] : [];
  return [...whole, ...singles(words, "street")];
}

function phrasesOfTown(town: string): Phrase[] {
  const words = wordsOf(town);
  if (words.length === 0) return [];
  // "Eye" and "Street" are towns, and words of any sentence.
  const isUsual = words.every(isCommon) || words.join("").length <= 3;
  return [phrase(words, "town", isUsual), ...(words.length > 1 ? singles(words, "town") : [])];
}

function phrasesOfNearby(town: string): Phrase[] {
  const words = wordsOf(town);
  return words.join("").length <= 3 || words.every(isCommon) ? [] : [phrase(words, "town", true)];
}

function phrasesOfPostcode(postcode: string): Phrase[] {
  const parsed = parsePostcode(postcode);
  if (parsed.kind === "unit" || parsed.kind === "sector" || parsed.kind === "outcode")
    return [{ words: [[parsed.outcode.toLowerCase()]], reason: "postcode", needsCapital: false }];
  const words = wordsOf(postcode);
  return words.length === 0
    ? []
    : [{ words: words.map((word) => [word]), reason: "postcode", needsCapital: false }];
}
