import { normaliseName, searchWords, tellingWords } from "./normalise";
import { Vocabulary, type WordMatch } from "./vocabulary";

/** What can be found: by one of its names, helped by words that go with it without being part of a name. */
export type Indexed<Item> = {
  item: Item;
  /** Every name it goes by: English, Welsh, a code. */
  names: readonly string[];
  /** Words that may be typed beside the name: "council", the town a hospital is in. */
  hints: readonly string[];
  /** 0 to 1: how likely people mean it, all else equal. */
  weight: number;
};

/** `whole`: what was typed is all of its name. */
export type Scored<Item> = { item: Item; score: number; whole: boolean };

/** `strict`: each word typed is or begins a word; `loose`: or is a slip of one, and one of three or more may miss. */
export type Manner = "strict" | "loose";

type Document = { entry: number; text: string; words: number };

/** Parts of a score: see `#score`. Chosen by the table of queries in server/search/queries.test.ts. */
const WEIGHT = 4;
const WHOLE = 1.05;
const BEGINS = 0.7;
const BEGINS_WITH_WORDS = 1;
const COVERAGE = 0.8;
const HINT = 0.6;
const MISSED = 1.5;

/**
 * Finds names as people type them: every word typed has to begin a word of the name, or be a slip of one. Pure and in
 * memory; a search takes some tenths of a millisecond among forty thousand names.
 */
export class NameIndex<Item> {
  readonly #entries: readonly Indexed<Item>[];
  readonly #documents: Document[] = [];
  readonly #vocabulary: Vocabulary;
  /** By word: documents that have it, each as twice its number, plus one where it is a hint. */
  readonly #postings: Uint32Array[];
  readonly #quality: Float32Array;
  readonly #inName: Uint8Array;
  readonly #found: Uint8Array;
  readonly #lastWord: Uint8Array;

  constructor(entries: readonly Indexed<Item>[]) {
    this.#entries = entries;
    const byWord = new Map<string, number[]>();
    const joined = new Set<string>();
    const add = (word: string, posting: number) => {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [posting]);
      // A word that is in the name already is no hint.
      else if ((list.at(-1) as number) >> 1 !== posting >> 1) list.push(posting);
    };
    entries.forEach(({ names, hints }, entry) => {
      for (const name of new Set(names.map(normaliseName))) {
        const words = tellingWords(name.split(" "));
        const posting = this.#documents.length * 2;
        this.#documents.push({ entry, text: words.join(" "), words: words.length });
        for (const word of words) {
          add(word, posting);
          joined.delete(word);
        }
        // "kingsheath" for King's Heath
        if (words.length === 2 || words.length === 3) {
          const word = words.join("");
          if (!byWord.has(word)) joined.add(word);
          add(word, posting);
        }
        for (const hint of hints)
          for (const word of tellingWords(normaliseName(hint).split(" "))) add(word, posting + 1);
      }
    });
    this.#vocabulary = new Vocabulary(byWord.keys(), joined);
    this.#postings = this.#vocabulary.words.map((word) => Uint32Array.from(byWord.get(word) ?? []));
    this.#quality = new Float32Array(this.#documents.length);
    this.#inName = new Uint8Array(this.#documents.length);
    this.#found = new Uint8Array(this.#documents.length);
    this.#lastWord = new Uint8Array(this.#documents.length);
  }

  /** How many things can be found. */
  get size(): number {
    return this.#entries.length;
  }

  /**
   * What people most likely mean first, about `limit` items; none when the query is too short to go by. Scores of two
   * indexes can be compared.
   */
  search(query: string, limit: number, manner: Manner): Scored<Item>[] {
    const words = tellingWords(searchWords(query));
    if (words.length === 0) return [];
    const matches = words.map((word) => this.#matchesOf(word, manner));
    const best = this.#best(words, matches, { needed: words.length, limit });
    if (manner === "strict") return words.length === 1 ? best : [...best, ...this.#joined(words, limit)];
    if (words.length < 3 || best.length > 0) return best;
    return this.#best(words, matches, { needed: words.length - 1, limit });
  }

  /** "spa medica" for SpaMedica. */
  #joined(words: readonly string[], limit: number): Scored<Item>[] {
    const word = words.join("");
    const matches = this.#vocabulary.beginningWith(word);
    return matches.length === 0 ? [] : this.#best([word], [matches], { needed: 1, limit });
  }

  #matchesOf(word: string, manner: Manner): WordMatch[] {
    const sure = this.#vocabulary.beginningWith(word);
    return manner === "strict" ? sure : withGuesses(sure, this.#vocabulary.like(word));
  }

  /** The `limit` best entries with at least `needed` of the words, each once. */
  #best(
    words: readonly string[],
    matches: readonly WordMatch[][],
    { needed, limit }: { needed: number; limit: number },
  ): Scored<Item>[] {
    const touched = this.#collect(matches, needed === words.length);
    const typed = words.join(" ");
    const best: Ranked[] = [];
    for (const document of touched) {
      // What matches by hints alone is not called that.
      if ((this.#found[document] as number) >= needed && (this.#inName[document] as number) > 0) {
        const { entry, text } = this.#documents[document] as Document;
        insert(
          best,
          { entry, score: this.#score(document, typed, words.length), whole: text === typed },
          limit,
        );
      }
      this.#found[document] = 0;
      this.#lastWord[document] = 0;
      this.#quality[document] = 0;
      this.#inName[document] = 0;
    }
    return best.map(({ entry, ...rest }) => ({
      item: (this.#entries[entry] as Indexed<Item>).item,
      ...rest,
    }));
  }

  /**
   * Adds up, for each document, how well each word typed is met. Matches come best first: the first one counts.
   * @param needsAll the rarest word is then looked for first, and the others only where it was
   */
  #collect(matches: readonly WordMatch[][], needsAll: boolean): number[] {
    const touched: number[] = [];
    const rarity = (ofWord: readonly WordMatch[]) =>
      ofWord.reduce((sum, { word }) => sum + (this.#postings[word] as Uint32Array).length, 0);
    const ordered =
      needsAll && matches.length > 1 ? matches.toSorted((a, b) => rarity(a) - rarity(b)) : matches;
    ordered.forEach((ofWord, index) => {
      for (const { word, quality } of ofWord) {
        for (const posting of this.#postings[word] as Uint32Array) {
          const document = posting >> 1;
          if (this.#lastWord[document] === index + 1) continue;
          if (needsAll && this.#found[document] !== index) continue;
          if (this.#found[document] === 0) touched.push(document);
          const isHint = (posting & 1) === 1;
          this.#lastWord[document] = index + 1;
          (this.#found[document] as number) += 1;
          (this.#inName[document] as number) += isHint ? 0 : 1;
          (this.#quality[document] as number) += isHint ? quality * HINT : quality;
        }
      }
    });
    return touched;
  }

  #score(document: number, typed: string, typedWords: number): number {
    const { entry, text, words } = this.#documents[document] as Document;
    const { weight } = this.#entries[entry] as Indexed<Item>;
    let score = (this.#quality[document] as number) / typedWords + WEIGHT * weight;
    score += (COVERAGE * Math.min(this.#inName[document] as number, words)) / words;
    score -= MISSED * (typedWords - (this.#found[document] as number));
    if (!text.startsWith(typed)) return score;
    if (text.length === typed.length) return score + WHOLE;
    return score + (text[typed.length] === " " ? BEGINS_WITH_WORDS : BEGINS);
  }
}

type Ranked = { entry: number; score: number; whole: boolean };

/** Keeps the best few in order, an entry of several names by its best one; of equals the one that came first in. */
function insert(best: Ranked[], one: Ranked, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && last && !isBefore(one, last)) return;
  const same = best.findIndex(({ entry }) => entry === one.entry);
  if (same !== -1) {
    if (!isBefore(one, best[same] as Ranked)) return;
    best.splice(same, 1);
  }
  let at = best.length;
  while (at > 0 && isBefore(one, best[at - 1] as Ranked)) at--;
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.score > b.score || (a.score === b.score && a.entry < b.entry);
}

/** What was typed right comes before what can be a slip, and no word twice. */
function withGuesses(exact: readonly WordMatch[], guesses: readonly WordMatch[]): WordMatch[] {
  const known = new Set(exact.map(({ word }) => word));
  return [...exact, ...guesses.filter(({ word }) => !known.has(word))];
}
