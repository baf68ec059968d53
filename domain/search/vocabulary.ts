import { distances, forgiven } from "./edit-distance";

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

/** All words of an index, sorted, with an index of their pairs of letters for guesses. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #pairs = new Map<number, number[]>();
  readonly #shared: Uint8Array;

  /**
   * @param words normalised, each once, in any order
   * @param sure words for which nothing is guessed
   */
  constructor(words: Iterable<string>, sure: ReadonlySet<string>) {
    this.words = [...words].sort();
    this.#shared = new Uint8Array(this.words.length);
    this.words.forEach((word, number) => {
      if (sure.has(word)) return;
      for (const pair of pairsOf(word)) {
        const list = this.#pairs.get(pair);
        if (list) list.push(number);
        else this.#pairs.set(pair, [number]);
      }
    });
  }

  /** The word itself and the words that begin with it. */
  beginningWith(typed: string): WordRange {
    return { from: this.firstFrom(typed), to: this.firstFrom(`${typed}\uffff`) };
  }

  /**
   * Words that what was typed can be a slip of (or the beginning of such a one).
   * @param compared how many words to compare letter by letter at most: those that share most with it
   */
  like(typed: string, compared: number): Guess[] {
    const most = forgiven(typed.length);
    if (most === 0) return [];
    const pairs = pairsOf(typed);
    // A slip spoils two pairs, or three where letters were swapped: a word that shares fewer is out of reach.
    const least = Math.max(1, pairs.length - 2 * most - 1);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const number of this.#pairs.get(pair) ?? []) {
        if (this.#shared[number] === 0) touched.push(number);
        (this.#shared[number] as number) += 1;
      }
    }
    const found: Guess[] = [];
    let left = compared;
    for (let share = pairs.length; share >= least && left > 0; share--) {
      for (const number of touched) {
        if (this.#shared[number] !== share || left === 0) continue;
        const word = this.words[number] as string;
        if (word.length < typed.length - most) continue;
        left--;
        const quality = guess(typed, word, most);
        if (quality > 0) found.push({ word: number, quality });
      }
    }
    for (const number of touched) this.#shared[number] = 0;
    return found;
  }

  /** The place of the first word that is not before `text` in the alphabet. */
  firstFrom(text: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] as string) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** How sure a word is that has `length` letters, of which the first `typed` were typed: 1 for all of them. */
export function beginningQuality(typed: number, length: number): number {
  return typed === length ? EXACT : LEAST_PREFIX + ((EXACT - LEAST_PREFIX) * 0.9 * typed) / length;
}

/** 0 when the word is out of reach. Words that differ in their first letter are guessed last. */
function guess(typed: string, word: string, most: number): number {
  const { whole, prefix } = distances(typed, word, most);
  const first = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : SLIP / 2;
  if (whole <= most) return GUESS - SLIP * (whole - 1) - first;
  // Somebody is still typing a longer word and has slipped already.
  if (prefix <= most && typed.length >= 4) return GUESS - 0.15 - SLIP * (prefix - 1) - first;
  return 0;
}

/** Each pair of neighbouring letters once; the first letter counts as a pair with what is before it. */
function pairsOf(word: string): number[] {
  const pairs = new Set<number>([word.charCodeAt(0)]);
  for (let i = 1; i < word.length; i++) pairs.add(word.charCodeAt(i - 1) * 256 + word.charCodeAt(i));
  return [...pairs];
}
