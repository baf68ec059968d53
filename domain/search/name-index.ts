import { insert, type Ranked } from "./name-index-best";
import { Postings } from "./name-index-postings";
import { normaliseName, searchWords, tellingWords } from "./normalise";
import { beginningQuality, Vocabulary, type WordRange } from "./vocabulary";

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

/** What a word typed can mean: the words it begins, and, with the quality of each, others that it can be a slip of. */
type Sought = { typed: number; range: WordRange; guesses: ReadonlyMap<number, number> };

/**
 * What one pass over an index may cost, whatever was typed: documents looked at (fewer for many words, which take
 * longer each), and words compared letter by letter for slips, by all words typed together. Names need less.
 */
const MOST_DOCUMENTS = 8_000;
const MOST_LOOKED_FOR = 16_000;
const MOST_COMPARED = 3_000;

/** No search looks at more documents in all its passes. */
export const MOST_LOOKED_AT = 2 * MOST_DOCUMENTS;

/** Parts of a score: see `#rank`. Chosen by the table of queries in server/search/queries.test.ts. */
const WEIGHT = 4;
const WHOLE = 1.05;
const BEGINS = 0.7;
const BEGINS_WITH_WORDS = 1;
const COVERAGE = 0.8;
const HINT = 0.6;
const MISSED = 1.5;

/**
 * Finds names as people type them: every word typed has to begin a word of the name, or be a slip of one. Pure and in
 * memory; a search takes some tenths of a millisecond among forty thousand names, and some milliseconds at the worst.
 */
export class NameIndex<Item> {
  readonly #entries: readonly Indexed<Item>[];
  /** Those that people most likely mean first. */
  readonly #documents: Document[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #lengths: Uint8Array;
  /** By word: documents that have it in their name, and those that have it as a hint. */
  readonly #named: Postings;
  readonly #hinted: Postings;
  /** By document: its words, each as twice its number, plus one where it is a hint. */
  readonly #wordsOf: Postings;
  readonly #seen: Uint8Array;
  #looked = 0;

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
    const byWeight = entries.map((one, entry) => ({ ...one, entry })).sort((a, b) => b.weight - a.weight);
    for (const { names, hints, entry } of byWeight) {
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
    }
    this.#vocabulary = new Vocabulary(byWord.keys(), joined);
    const { words } = this.#vocabulary;
    const postings = words.map((word) => byWord.get(word) ?? []);
    const wordsOf = this.#documents.map((): number[] => []);
    postings.forEach((list, word) => {
      for (const posting of list) wordsOf[posting >> 1]?.push(word * 2 + (posting & 1));
    });
    const only = (hint: 0 | 1) =>
      new Postings(postings.map((list) => list.filter((one) => (one & 1) === hint).map((one) => one >> 1)));
    this.#named = only(0);
    this.#hinted = only(1);
    this.#wordsOf = new Postings(wordsOf);
    this.#lengths = Uint8Array.from(words, ({ length }) => Math.min(length, 255));
    this.#seen = new Uint8Array(this.#documents.length);
  }

  /** How many things can be found. */
  get size(): number {
    return this.#entries.length;
  }

  /** How many documents the last search looked at, in all its passes. */
  get looked(): number {
    return this.#looked;
  }

  /**
   * What people most likely mean first, about `limit` items; none when the query is too short to go by. Scores of two
   * indexes can be compared.
   */
  search(query: string, limit: number, manner: Manner): Scored<Item>[] {
    this.#looked = 0;
    const words = tellingWords(searchWords(query));
    if (words.length === 0) return [];
    const compared = manner === "strict" ? 0 : Math.floor(MOST_COMPARED / words.length);
    const sought = words.map((word) => this.#sought(word, compared));
    const best = this.#best(words, sought, { missing: 0, limit });
    if (manner === "strict") return words.length === 1 ? best : [...best, ...this.#joined(words, limit)];
    if (words.length < 3 || best.length > 0) return best;
    return this.#best(words, sought, { missing: 1, limit });
  }

  /** "spa medica" for SpaMedica. */
  #joined(words: readonly string[], limit: number): Scored<Item>[] {
    const word = words.join("");
    return this.#best([word], [this.#sought(word, 0)], { missing: 0, limit });
  }

  #sought(word: string, compared: number): Sought {
    const range = this.#vocabulary.beginningWith(word);
    const guesses = new Map<number, number>();
    if (compared > 0)
      for (const { word: number, quality } of this.#vocabulary.like(word, compared))
        if (number < range.from || number >= range.to) guesses.set(number, quality);
    return { typed: word.length, range, guesses };
  }

  /** The `limit` best entries in which no more than `missing` of the words are missing, each once. */
  #best(
    words: readonly string[],
    sought: readonly Sought[],
    { missing, limit }: { missing: number; limit: number },
  ): Scored<Item>[] {
    // What matches by hints alone is not called that, so hints of a word that stands alone are not looked at.
    const lists = sought.length === 1 ? [this.#named] : [this.#named, this.#hinted];
    const rarestFirst = sought
      .map((one) => ({ one, documents: countOf(one, lists) }))
      .sort((a, b) => a.documents - b.documents);
    const ordered = rarestFirst.map(({ one }) => one);
    const typed = words.join(" ");
    const best: Ranked[] = [];
    const look = (document: number) => {
      this.#looked++;
      const ranked = this.#rank(document, ordered, { missing, typed });
      if (ranked) insert(best, ranked, limit);
    };
    // What lacks no more than `missing` words has at least one of so many and one more, be they the rarest.
    const rarest = rarestFirst.slice(0, missing + 1);
    const most = Math.min(MOST_DOCUMENTS, Math.floor(MOST_LOOKED_FOR / words.length));
    if (rarest.reduce((sum, { documents }) => sum + documents, 0) <= most) {
      this.#documentsWith(ordered.slice(0, missing + 1), lists).forEach(look);
    } else if (missing === 0) {
      // Words so common name nothing in particular: what people most likely mean is all that is looked at.
      const end = Math.min(most, this.#documents.length);
      for (let document = 0; document < end; document++) look(document);
    }
    return best.map(({ entry, ...rest }) => ({
      item: (this.#entries[entry] as Indexed<Item>).item,
      ...rest,
    }));
  }

  /** Documents that have any of the words, each once. */
  #documentsWith(sought: readonly Sought[], lists: readonly Postings[]): number[] {
    const found: number[] = [];
    for (const list of lists)
      for (const range of sought.flatMap(rangesOf))
        for (const document of list.of(range)) {
          if (this.#seen[document] === 0) found.push(document);
          this.#seen[document] = 1;
        }
    for (const document of found) this.#seen[document] = 0;
    return found;
  }

  /** How well a document answers; null where too many words are missing, or its name has none of them. */
  #rank(
    document: number,
    sought: readonly Sought[],
    { missing, typed }: { missing: number; typed: string },
  ): Ranked | null {
    const { all: words } = this.#wordsOf;
    const [from, to] = [this.#wordsOf.start(document), this.#wordsOf.start(document + 1)];
    let quality = 0;
    let inName = 0;
    let missed = 0;
    for (const one of sought) {
      let best = 0;
      let isInName = false;
      for (let at = from; at < to; at++) {
        const word = words[at] as number;
        const isHint = (word & 1) === 1;
        const met = this.#quality(word >> 1, one) * (isHint ? HINT : 1);
        if (met > best) {
          best = met;
          isInName = !isHint;
        }
      }
      if (best === 0 && ++missed > missing) return null;
      quality += best;
      if (isInName) inName++;
    }
    if (inName === 0) return null;
    const { entry, text, words: length } = this.#documents[document] as Document;
    const { weight } = this.#entries[entry] as Indexed<Item>;
    let score = quality / sought.length + WEIGHT * weight;
    score += (COVERAGE * Math.min(inName, length)) / length - MISSED * missed;
    const whole = text === typed;
    if (whole) score += WHOLE;
    else if (text.startsWith(typed)) score += text[typed.length] === " " ? BEGINS_WITH_WORDS : BEGINS;
    return { entry, score, whole };
  }

  /** How well a word of a document meets one that was typed; 0 for not at all. */
  #quality(word: number, { typed, range, guesses }: Sought): number {
    if (word >= range.from && word < range.to) return beginningQuality(typed, this.#lengths[word] as number);
    return guesses.size === 0 ? 0 : (guesses.get(word) ?? 0);
  }
}

function rangesOf({ range, guesses }: Sought): WordRange[] {
  return [range, ...Array.from(guesses.keys(), (word) => ({ from: word, to: word + 1 }))];
}

function countOf(sought: Sought, lists: readonly Postings[]): number {
  const ranges = rangesOf(sought);
  return lists.reduce((sum, list) => ranges.reduce((more, range) => more + list.count(range), sum), 0);
}
