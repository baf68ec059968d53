import { setImmediate as nextTurn } from "node:timers/promises";
import type { PublicName } from "@/db/queries/public-names";
import { SHORT_NAMES } from "@/domain/places/short-names";
import { FORMER_NAMES } from "@/domain/providers/former-names";
import { type Manner, NameIndex, type Scored } from "@/domain/search/name-index";
import type { Indexed } from "@/domain/search/name-index-parts";
import { SUGGESTION_LIMIT } from "@/domain/search/results";
import { bySlices } from "@/domain/search/slices";
import { PROVIDER_WEIGHT, placeWeight, SERVICE_WEIGHT } from "@/domain/search/weight";
import { log } from "@/server/log";
import { CodeIndex } from "./code-index";

/** What can be searched for names: one index, or several as one. */
export type NameSearch<Item> = {
  /** @param isWanted false for what is to be left out */
  search(query: string, limit: number, manner: Manner, isWanted?: (item: Item) => boolean): Scored<Item>[];
};

/** The public records as they can be searched at a moment. */
export type RecordNames = {
  publication: number;
  index: NameSearch<PublicName>;
  /** False while more new names are there than can be indexed at once. None that is withdrawn is ever found. */
  isComplete: boolean;
};

/** `codes` of the very rows it was made of: what is not among the newest rows any more is not found by a code either. */
type Base = {
  index: NameIndex<PublicName>;
  codes: CodeIndex;
  list: readonly PublicName[];
  rows: ReadonlyMap<string, PublicName>;
};

/** So many new names are indexed at once, in some milliseconds; more in slices, while the others are found already. */
const MOST_AT_ONCE = 100;

/**
 * The index of the public records, kept up with what is published. What is new since it was made is in a small index
 * beside it, what is gone is left out of its answers, and when that has become much it is made anew, in slices between
 * which requests are answered.
 */
export class RecordIndex {
  #base: Base | null = null;
  #latest: { publication: number; rows: readonly PublicName[] } | null = null;
  #current: RecordNames | null = null;
  #building: Promise<void> | null = null;
  readonly #turn: () => Promise<void>;

  /** @param turn lets others work between two slices */
  constructor(turn: () => Promise<void> = () => nextTurn()) {
    this.#turn = turn;
  }

  get current(): RecordNames | null {
    return this.#current;
  }

  /** Takes every row of a publication. @returns when what is gone is no longer found, and what is found is found */
  async update(rows: readonly PublicName[], publication: number): Promise<RecordNames> {
    if (this.#latest && publication < this.#latest.publication) return this.settled();
    this.#latest = { rows, publication };
    if (this.#base === null) return this.#settle();
    return this.#combine(this.#base);
  }

  /** The newest publication in full, once it is. @throws Error when there has been no `update` */
  async settled(): Promise<RecordNames> {
    while (this.#building) await this.#building;
    if (this.#current === null) throw new Error("No records have been read.");
    return this.#current;
  }

  #settle(): Promise<RecordNames> {
    this.#building ??= this.#build().finally(() => {
      this.#building = null;
    });
    return this.settled();
  }

  /** What comes while it is made is taken up at its end: as a difference, or by making it once more. */
  async #build(): Promise<void> {
    for (;;) {
      const { rows } = this.#asked();
      const index = await NameIndex.inSlices(rows.map(entryOf), this.#turn);
      await bySlices(index.keepBeginnings(SUGGESTION_LIMIT), this.#turn);
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      this.#base = { index, codes: new CodeIndex(rows), list: rows, rows: byKey };
      if (this.#combine(this.#base).isComplete) return;
    }
  }

  #asked(): { publication: number; rows: readonly PublicName[] } {
    if (!this.#latest) throw new Error("an index of names is made before there are any");
    return this.#latest;
  }

  /** Rows that are the very ones of the base are not looked into. */
  #combine({ index, codes, list, rows }: Base): RecordNames {
    const latest = this.#asked();
    const [then, now] = [new Set(list), new Set(latest.rows)];
    const others = latest.rows.filter((row) => !then.has(row));
    const keys = new Set(others.map(keyOf));
    const gone = new Set<PublicName>();
    for (const row of list) if (!now.has(row) && !keys.has(keyOf(row))) gone.add(row);
    const fresh = others.filter((row) => !rows.has(keyOf(row)));
    const otherCodes = new CodeIndex(others);
    const isComplete = fresh.length <= MOST_AT_ONCE;
    const beside = isComplete && fresh.length > 0 ? indexOf(fresh) : null;
    this.#current = {
      publication: latest.publication,
      index: {
        search: (...asked) => [
          ...(asked[2] === "strict"
            ? wanted(
                [
                  ...codes.search(asked[0]).filter(({ item }) => now.has(item)),
                  ...otherCodes.search(asked[0]),
                ],
                asked[3],
              )
            : []),
          ...searchBoth(index, gone, beside, asked),
        ],
      },
      isComplete,
    };
    if (fresh.length > MOST_AT_ONCE / 2 || gone.size > MOST_AT_ONCE)
      this.#settle().catch((error) => log.error({ err: error }, "The index of names cannot be made"));
    return this.#current;
  }
}

function wanted(
  found: Scored<PublicName>[],
  isWanted: ((item: PublicName) => boolean) | undefined,
): Scored<PublicName>[] {
  return isWanted ? found.filter(({ item }) => isWanted(item)) : found;
}

function searchBoth(
  base: NameIndex<PublicName>,
  gone: ReadonlySet<PublicName>,
  beside: NameIndex<PublicName> | null,
  [query, limit, manner, isWanted]: Parameters<NameSearch<PublicName>["search"]>,
): Scored<PublicName>[] {
  const isThere =
    gone.size === 0 ? isWanted : (row: PublicName) => !gone.has(row) && (isWanted?.(row) ?? true);
  const found = base.search(query, limit, manner, isThere);
  return beside ? [...found, ...beside.search(query, limit, manner, isWanted)] : found;
}

/** For tests and benchmarks too, which have rows of their own. */
export function indexOf(names: readonly PublicName[]): NameIndex<PublicName> {
  return new NameIndex(names.map(entryOf));
}

/** The same for rows that are found and shown in the same way. */
function keyOf({ kind, slug, name, nameCy, town, placeKind, codes }: PublicName): string {
  // A place is found by its codes without this index (CodeIndex); the number of a provider is shown.
  const number = kind === "provider" ? codes.join() : "";
  return `${kind}\n${slug}\n${name}\n${nameCy ?? ""}\n${town ?? ""}\n${placeKind ?? ""}\n${number}`;
}

const HINTS = {
  place: "",
  service: "service",
  // As it stands on a letter: "SpaMedica UK Ltd".
  provider: "company organisation provider ltd limited plc llp cic group uk",
} as const;

function entryOf(found: PublicName): Indexed<PublicName> {
  const { kind, slug, name, nameCy, town, placeKind, codes } = found;
  const former = kind === "provider" ? (FORMER_NAMES[slug] ?? []) : [];
  const short = codes.flatMap((code) => SHORT_NAMES[code] ?? []);
  const names = [name, nameCy, ...former.map((each) => each.name), ...short].filter((each) => each !== null);
  const weight =
    kind === "provider" ? PROVIDER_WEIGHT : kind === "service" ? SERVICE_WEIGHT : placeWeight(placeKind);
  const hints = [HINTS[kind], town ?? ""].filter((hint) => hint !== "");
  return { item: found, names, hints, weight };
}
