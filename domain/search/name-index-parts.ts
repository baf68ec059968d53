import { Postings } from "./name-index-postings";
import { normaliseName, tellingWords } from "./normalise";
import { Vocabulary } from "./vocabulary";

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

/** One name of an entry: its telling words, normalised, and how many they are. */
export type Document = { entry: number; text: string; words: number };

export type IndexParts = {
  /** Those that people most likely mean first. */
  documents: readonly Document[];
  vocabulary: Vocabulary;
  /** By word: documents that have it in their name, and those that have it as a hint. */
  named: Postings;
  hinted: Postings;
  /** By document: its words, each as twice its number, plus one where it is a hint. */
  wordsOf: Postings;
  /** Documents by all of their text. */
  called: ReadonlyMap<string, readonly number[]>;
};

/** Entries, words or lists worked on between two stops: a few milliseconds. */
const SLICE = 500;

/** Makes the parts of an index, stopping every few milliseconds. */
export function* indexParts(entries: readonly Indexed<unknown>[]): Generator<void, IndexParts> {
  const byWord = new Map<string, number[]>();
  const joined = new Set<string>();
  const add = (word: string, posting: number) => {
    const list = byWord.get(word);
    if (list === undefined) byWord.set(word, [posting]);
    // A word that is in the name already is no hint.
    else if ((list.at(-1) ?? 0) >> 1 !== posting >> 1) list.push(posting);
  };
  const documents: Document[] = [];
  const called = new Map<string, number[]>();
  for (const [at, entry] of byWeight(entries).entries()) {
    if (at % SLICE === 0) yield;
    const { names, hints } = entries[entry] as Indexed<unknown>;
    for (const name of new Set(names.map(normaliseName))) {
      const words = tellingWords(name.split(" "));
      const posting = documents.length * 2;
      const text = words.join(" ");
      const namesakes = called.get(text);
      if (namesakes === undefined) called.set(text, [documents.length]);
      else namesakes.push(documents.length);
      documents.push({ entry, text, words: words.length });
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
  const vocabulary = yield* Vocabulary.make(byWord.keys(), joined);
  const [named, hinted]: [number[][], number[][]] = [[], []];
  const wordsOf = documents.map((): number[] => []);
  for (const [word, text] of vocabulary.words.entries()) {
    if (word % SLICE === 0) yield;
    const list = byWord.get(text) ?? [];
    named.push(list.filter((one) => (one & 1) === 0).map((one) => one >> 1));
    hinted.push(list.filter((one) => (one & 1) === 1).map((one) => one >> 1));
    for (const posting of list) wordsOf[posting >> 1]?.push(word * 2 + (posting & 1));
  }
  yield;
  const postings = { named: new Postings(named), hinted: new Postings(hinted) };
  yield;
  return { documents, vocabulary, ...postings, wordsOf: new Postings(wordsOf), called };
}

/** Numbers of the entries, those that people most likely mean first; of equals the one that came first. */
function byWeight(entries: readonly Indexed<unknown>[]): number[] {
  const weightOf = (at: number) => (entries[at] as Indexed<unknown>).weight;
  return entries.map((_, at) => at).sort((a, b) => weightOf(b) - weightOf(a));
}
