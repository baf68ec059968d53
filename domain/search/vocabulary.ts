import { type Distances, distancesFrom, forgiven } from "./edit-distance";

/** A word of the vocabulary, by its number, that what was typed can be a slip of. */
export type Guess = { word: number; quality: number };

/** Words of the vocabulary that begin in the same way: from one number up to, not with, another. */
export type WordRange = { from: number; to: number };

/** Typed in full; a beginning gets between this and LEAST_PREFIX, by how much of the word is there. */
const EXACT = 1;
const LEAST_PREFIX = 0.55;
/** Each slip costs this much of the quality of a guess. */
const SLIP = 0.2;
const GUESS = 0.75;
/** Letters of a word begun with a slip in it. */
const LEAST_BEGUN = 6;

/** Words paired between two stops. */
const SLICE = 1_000;

/** All words of an index, sorted, with an index of their pairs of letters for guesses. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #pairs = new Map<number, Uint32Array>();
  readonly #lengths: Uint8Array;
  readonly #isSure: Uint8Array;
  readonly #shared: Uint8Array;

  private constructor(words: readonly string[]) {
    this.words = words;
    this.#lengths = Uint8Array.from(words, ({ length }) => Math.min(length, 255));
    this.#isSure = new Uint8Array(words.length);
    this.#shared = new Uint8Array(words.length);
  }

  /**
   * Stops every few milliseconds of making it.
   * @param words normalised, each once, in any order
   * @param sure words for which nothing is guessed
   */
  static *make(words: Iterable<string>, sure: ReadonlySet<string>): Generator<void, Vocabulary> {
    const made = new Vocabulary([...words].sort());
    const byPair = new Map<number, number[]>();
    for (const [number, word] of made.words.entries()) {
      if (number % SLICE === 0) yield;
      if (sure.has(word)) made.#isSure[number] = 1;
      else for (const pair of pairsOf(word)) listOf(byPair, pair).push(number);
    }
    yield;
    for (const [pair, list] of byPair) made.#pairs.set(pair, Uint32Array.from(list));
    return made;
  }

  /** The word itself and the words that begin with it. */
  beginningWith(typed: string): WordRange {
    return { from: this.firstFrom(typed), to: this.firstFrom(`${typed}\uffff`) };
  }

  /**
   * Words that what was typed can be a slip of (or the beginning of such a one). None for a word with a figure in it: a
   * code that differs by one figure is that of something else.
   * @param compared how many words to compare letter by letter at most: those that share most with it
   */
  like(typed: string, compared: number): Guess[] {
    const most = forgiven(typed.length);
    if (most === 0 || /[0-9]/.test(typed)) return [];
    const pairs = pairsOf(typed);
    // A slip spoils two pairs, or three where letters were swapped: a word that shares fewer is out of reach. Where only
    // one is forgiven, swapped letters are looked for by themselves, so that fewer words have to be compared.
    const least = Math.max(1, pairs.length - 2 * most - (most === 1 ? 0 : 1));
    const lists = pairs.flatMap((pair) => this.#pairs.get(pair) ?? []);
    for (const list of lists)
      for (let at = 0; at < list.length; at++) {
        const number = list[at] ?? 0;
        this.#shared[number] = (this.#shared[number] ?? 0) + 1;
      }
    const swapped = most === 1 ? this.#swapped(typed, least) : [];
    const bySharing: number[][] = pairs.map(() => []);
    for (const list of lists) {
      for (let at = 0; at < list.length; at++) {
        const number = list[at] ?? 0;
        const shared = this.#shared[number] ?? 0;
        this.#shared[number] = 0;
        if (shared >= least && (this.#lengths[number] ?? 0) >= typed.length - most)
          bySharing[pairs.length - shared]?.push(number);
      }
    }
    const measure = distancesFrom(typed);
    const found: Guess[] = [];
    for (const number of [...swapped, ...bySharing.flat()].slice(0, compared)) {
      const word = this.words[number] ?? "";
      const quality = guess(typed, word, most, measure(word));
      if (quality > 0) found.push({ word: number, quality });
    }
    return found;
  }

  /** Words that begin with what was typed once two neighbouring letters are swapped, and share fewer pairs than `least`. */
  #swapped(typed: string, least: number): number[] {
    const found: number[] = [];
    for (let at = 1; at < typed.length; at++) {
      const [before, after] = [typed.charAt(at - 1), typed.charAt(at)];
      if (before === after) continue;
      const { from, to } = this.beginningWith(typed.slice(0, at - 1) + after + before + typed.slice(at + 1));
      for (let number = from; number < to; number++)
        if (this.#isSure[number] === 0 && (this.#shared[number] ?? 0) < least) found.push(number);
    }
    return found;
  }

  /** The place of the first word that is not before `text` in the alphabet. */
  firstFrom(text: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function listOf(lists: Map<number, number[]>, pair: number): number[] {
  const known = lists.get(pair);
  if (known) return known;
  const list: number[] = [];
  lists.set(pair, list);
  return list;
}

/** How sure a word is that has `length` letters, of which the first `typed` were typed: 1 for all of them. */
export function beginningQuality(typed: number, length: number): number {
  return typed === length ? EXACT : LEAST_PREFIX + ((EXACT - LEAST_PREFIX) * 0.9 * typed) / length;
}

/** 0 when the word is out of reach. Words that differ in their first letter are guessed last. */
function guess(typed: string, word: string, most: number, { whole, prefix }: Distances): number {
  const first = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : SLIP / 2;
  if (whole <= most) return GUESS - SLIP * (whole - 1) - first;
  // Somebody is still typing a longer word and has slipped already. Of a short one too little is left: "bpas" is no Basildon.
  if (prefix <= most && typed.length >= LEAST_BEGUN) return GUESS - 0.15 - SLIP * (prefix - 1) - first;
  return 0;
}

/** Each pair of neighbouring letters once; the first letter counts as a pair with what is before it. */
function pairsOf(word: string): number[] {
  const pairs = new Set<number>([word.charCodeAt(0)]);
  for (let i = 1; i < word.length; i++) pairs.add(word.charCodeAt(i - 1) * 256 + word.charCodeAt(i));
  return [...pairs];
}
