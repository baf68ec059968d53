import { insert, type RankedName } from "./name-index-best";
import { type Document, type Indexed, type IndexParts, indexParts } from "./name-index-parts";
import type { Postings } from "./name-index-postings";
import { searchWords, tellingWords } from "./normalise";
import { bySlices, inOneGo } from "./slices";
import { beginningQuality, type Vocabulary, type WordRange } from "./vocabulary";

/** `whole`: what was typed is all of its name. */
export type Scored<Item> = { item: Item; score: number; whole: boolean };

/** `strict`: each word typed is or begins a word; `loose`: or is a slip of one, and one of three or more may miss. */
export type Manner = "strict" | "loose";

type Wanted<Item> = { limit: number; isThere?: ((item: Item) => boolean) | undefined };

/** What a word typed can mean: the words it begins, and, with the quality of each, others that it can be a slip of. */
type Sought = { typed: number; range: WordRange; guesses: ReadonlyMap<number, number> };

/**
 * What one pass over an index may cost, whatever was typed: documents looked at (fewer for many words, which take
 * longer each), and words compared letter by letter for slips, by all words typed together. Names need less.
 */
const MOST_DOCUMENTS = 8_000;
const MOST_LOOKED_FOR = 16_000;
const MOST_COMPARED = 3_000;

/** What so many names begin with is found beforehand; so many at a time, which takes some milliseconds. */
const MANY = 40;
const KEPT_SLICE = 20;

/** So few documents are sorted; more are read off their marks. */
const FEW = 100;

/** No search looks at more documents in all its passes. */
export const MOST_LOOKED_AT = 2 * MOST_DOCUMENTS;

/** Parts of a score: see `#rank`. Chosen by the table of queries in server/search/queries.test.ts. */
const WEIGHT = 4;
const WHOLE = 1.05;
/** Several words that are all of a name mean that, however large what some of them only go with: "City of London". */
const WHOLE_OF_SEVERAL = 2;
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
  readonly #documents: readonly Document[];
  readonly #vocabulary: Vocabulary;
  readonly #lengths: Uint8Array;
  /** By word: documents that have it in their name, and those that have it as a hint. */
  readonly #named: Postings;
  readonly #hinted: Postings;
  /** By document: its words, each as twice its number, plus one where it is a hint. */
  readonly #wordsOf: Postings;
  readonly #called: ReadonlyMap<string, readonly number[]>;
  readonly #seen: Uint8Array;
  readonly #kept = new Map<string, Scored<Item>[]>();
  #keptLimit = 0;
  #looked = 0;

  /** Makes it in one go; `NameIndex.inSlices` lets others have their turn meanwhile. */
  constructor(entries: readonly Indexed<Item>[], parts: IndexParts = inOneGo(indexParts(entries))) {
    this.#entries = entries;
    this.#documents = parts.documents;
    this.#vocabulary = parts.vocabulary;
    this.#named = parts.named;
    this.#hinted = parts.hinted;
    this.#wordsOf = parts.wordsOf;
    this.#called = parts.called;
    this.#lengths = Uint8Array.from(parts.vocabulary.words, ({ length }) => Math.min(length, 255));
    this.#seen = new Uint8Array(parts.documents.length);
  }

  /** @param turn waits until whatever else there is to do has been done; called every few milliseconds of work */
  static async inSlices<Item>(
    entries: readonly Indexed<Item>[],
    turn: () => Promise<void>,
  ): Promise<NameIndex<Item>> {
    return new NameIndex(entries, await bySlices(indexParts(entries), turn));
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
   * @param isThere false for what is to be left out
   */
  search(query: string, limit: number, manner: Manner, isThere?: (item: Item) => boolean): Scored<Item>[] {
    this.#looked = 0;
    const typed = searchWords(query);
    const words = tellingWords(typed);
    if (words.length === 0) return [];
    const [only = ""] = words;
    if (words.length === 1 && manner === "strict") {
      const best = this.#beginning(only, { limit, isThere });
      // "in health" for InHealth, of which "in" tells nothing.
      return typed.length === 1 ? best : [...best, ...this.#joined(typed, { limit, isThere })];
    }
    const compared = manner === "strict" ? 0 : Math.floor(MOST_COMPARED / words.length);
    const sought = words.map((word) => this.#sought(word, compared));
    const best = this.#best(words, sought, { missing: 0, limit, isThere });
    if (manner === "strict") return [...best, ...this.#joined(words, { limit, isThere })];
    if (words.length < 3 || best.length > 0) return best;
    return this.#best(words, sought, { missing: 1, limit, isThere });
  }

  /** What is called what was typed or begins with it. */
  #beginning(word: string, { limit, isThere }: Wanted<Item>): Scored<Item>[] {
    const known = limit === this.#keptLimit && !isThere ? this.#kept.get(word) : undefined;
    return known ?? this.#best([word], [this.#sought(word, 0)], { missing: 0, limit, isThere });
  }

  /**
   * Finds, before anybody asks, what begins with what many names begin with: that is asked for most and dearest to look
   * for. What is kept depends on the names alone, not on what was typed. Stops every few milliseconds.
   */
  *keepBeginnings(limit: number): Generator<void, void> {
    const { words } = this.#vocabulary;
    this.#kept.clear();
    this.#keptLimit = limit;
    for (const [at, word] of words.entries()) {
      for (let length = 2; length <= word.length; length++) {
        const beginning = word.slice(0, length);
        if (words[at - 1]?.startsWith(beginning)) continue;
        if (this.#named.count(this.#vocabulary.beginningWith(beginning)) < MANY) break;
        this.#kept.set(
          beginning,
          this.#best([beginning], [this.#sought(beginning, 0)], { missing: 0, limit }),
        );
        if (this.#kept.size % KEPT_SLICE === 0) yield;
      }
    }
  }

  /** "spa medica" for SpaMedica. */
  #joined(words: readonly string[], wanted: Wanted<Item>): Scored<Item>[] {
    const word = words.join("");
    return this.#best([word], [this.#sought(word, 0)], { missing: 0, ...wanted });
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
    { missing, limit, isThere }: Wanted<Item> & { missing: number },
  ): Scored<Item>[] {
    // What matches by hints alone is not called that, so hints of a word that stands alone are not looked at.
    const lists = sought.length === 1 ? [this.#named] : [this.#named, this.#hinted];
    const rarestFirst = sought
      .map((one) => ({ one, documents: countOf(one, lists) }))
      .sort((a, b) => a.documents - b.documents);
    const ordered = rarestFirst.map(({ one }) => one);
    const typed = words.join(" ");
    const best: RankedName[] = [];
    const look = (document: number) => {
      this.#looked++;
      const ranked = this.#rank(document, ordered, { missing, typed });
      if (ranked && isThere?.(this.#itemOf(ranked)) !== false) insert(best, ranked, limit);
    };
    // What lacks no more than `missing` words has at least one of so many and one more, be they the rarest.
    const rarest = rarestFirst.slice(0, missing + 1);
    const most = Math.min(MOST_DOCUMENTS, Math.floor(MOST_LOOKED_FOR / words.length));
    const isRare = rarest.reduce((sum, { documents }) => sum + documents, 0) <= most;
    // Words so common name nothing in particular: what people most likely mean is all that is looked at.
    if (!isRare && missing > 0) return [];
    const called = this.#called.get(typed) ?? [];
    called.forEach(look);
    const candidates = isRare ? this.#documentsWith(ordered.slice(0, missing + 1), lists) : null;
    const end = Math.min(most, candidates?.length ?? this.#documents.length);
    const reach = mostBesideWeight(words.length);
    for (let at = 0; at < end; at++) {
      const document = candidates?.[at] ?? at;
      // From here on ever less likely meant: none can come before what was found.
      const last = best.length < limit ? undefined : best.at(-1);
      if (last && WEIGHT * this.#weightOf(document) + reach < last.score) break;
      look(document);
    }
    return best.map(({ score, whole, ...ranked }) => ({ item: this.#itemOf(ranked), score, whole }));
  }

  #itemOf({ entry }: { entry: number }): Item {
    return (this.#entries[entry] as Indexed<Item>).item;
  }

  #weightOf(document: number): number {
    const { entry } = this.#documents[document] as Document;
    return (this.#entries[entry] as Indexed<Item>).weight;
  }

  /** Documents that have any of the words, each once, those that people most likely mean first. */
  #documentsWith(sought: readonly Sought[], lists: readonly Postings[]): number[] {
    const found: number[] = [];
    for (const list of lists)
      for (const range of sought.flatMap(rangesOf))
        for (const document of list.of(range)) {
          if (this.#seen[document] === 0) found.push(document);
          this.#seen[document] = 1;
        }
    if (found.length < FEW) {
      for (const document of found) this.#seen[document] = 0;
      return found.sort((a, b) => a - b);
    }
    let at = 0;
    for (let document = this.#seen.indexOf(1); at < found.length; document++) {
      if (this.#seen[document] === 0) continue;
      found[at++] = document;
      this.#seen[document] = 0;
    }
    return found;
  }

  /** How well a document answers; null where too many words are missing, or its name has none of them. */
  #rank(
    document: number,
    sought: readonly Sought[],
    { missing, typed }: { missing: number; typed: string },
  ): RankedName | null {
    const { all: words } = this.#wordsOf;
    const [from, to] = [this.#wordsOf.start(document), this.#wordsOf.start(document + 1)];
    let quality = 0;
    let inName = 0;
    let missed = 0;
    for (const one of sought) {
      let best = 0;
      let isInName = false;
      for (let at = from; at < to; at++) {
        const word = words[at] ?? 0;
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
    if (whole) score += sought.length > 1 ? WHOLE_OF_SEVERAL : WHOLE;
    else if (text.startsWith(typed)) score += text[typed.length] === " " ? BEGINS_WITH_WORDS : BEGINS;
    return { entry, score, whole };
  }

  /** How well a word of a document meets one that was typed; 0 for not at all. */
  #quality(word: number, { typed, range, guesses }: Sought): number {
    if (word >= range.from && word < range.to) return beginningQuality(typed, this.#lengths[word] ?? 0);
    return guesses.size === 0 ? 0 : (guesses.get(word) ?? 0);
  }
}

/**
 * The most that a document can score beside its weight when what was typed is not all of its name: it has more words
 * than were typed, or lacks an end of one. Some thousandths more, for the rounding of sums.
 */
function mostBesideWeight(words: number): number {
  return 1.001 + Math.max(BEGINS_WITH_WORDS + (COVERAGE * words) / (words + 1), BEGINS + COVERAGE);
}

function rangesOf({ range, guesses }: Sought): WordRange[] {
  return [range, ...Array.from(guesses.keys(), (word) => ({ from: word, to: word + 1 }))];
}

function countOf(sought: Sought, lists: readonly Postings[]): number {
  const ranges = rangesOf(sought);
  return lists.reduce((sum, list) => ranges.reduce((more, range) => more + list.count(range), sum), 0);
}
