import { AREA_KINDS, type AreaKind } from "@/domain/areas/area";
import { recordOf } from "@/domain/lists/keys-of";
import { type Column, type ColumnFile, decodeColumns, encodeColumns } from "./column-file";
import type { MapRow } from "./map-row";

/** What filters ask of each pin, beside what draws it. A number counts in its list of words from 1; 0 is none. */
export type MapFacts = {
  provider: Uint32Array;
  pays: Uint32Array;
  /** Months since the year 0; 0 where nobody ever confirmed it. */
  confirmed: Uint32Array;
  areas: Record<AreaKind, Uint32Array>;
  words: { provider: readonly string[]; pays: readonly string[]; areas: Record<AreaKind, readonly string[]> };
  /** For each provider of the words the slugs of the groups it belongs to. */
  groups: readonly (readonly string[])[];
};

const FORMAT = "nhs-map-facts-1";

/** @param rows in the order of the pins' file. */
export function encodeFacts(rows: readonly MapRow[]): Uint8Array {
  const [provider, pays] = [listing(rows.length), listing(rows.length)];
  const areas = recordOf(AREA_KINDS, () => listing(rows.length));
  const confirmed = new Uint32Array(rows.length);
  const groupsOf = new Map<string, string[]>();
  for (const [at, row] of rows.entries()) {
    provider.put(at, row.provider?.slug);
    pays.put(at, row.payer?.slug);
    confirmed[at] = monthOfDate(row.lastConfirmedOn);
    for (const { kind, slug } of row.areas) areas[kind].put(at, slug);
    if (row.provider && !groupsOf.has(row.provider.slug))
      groupsOf.set(
        row.provider.slug,
        row.groups.map(({ slug }) => slug),
      );
  }
  const [ran, paid] = [provider.list(), pays.list()];
  const lying = recordOf(AREA_KINDS, (kind) => areas[kind].list());
  return encodeFactTable({
    provider: ran.values,
    pays: paid.values,
    confirmed,
    areas: recordOf(AREA_KINDS, (kind) => lying[kind].values),
    words: {
      provider: ran.words,
      pays: paid.words,
      areas: recordOf(AREA_KINDS, (kind) => lying[kind].words),
    },
    groups: ran.words.map((slug) => groupsOf.get(slug) ?? []),
  });
}

/** The file of a table: the very bytes that its rows give. */
export function encodeFactTable({ provider, pays, confirmed, areas, words, groups }: MapFacts): Uint8Array {
  const column = (name: string, values: ArrayLike<number>): Column => ({ name, bytes: 2, values });
  const named = {
    provider: words.provider,
    pays: words.pays,
    areas: recordOf(AREA_KINDS, (kind) => words.areas[kind]),
  };
  return encodeColumns(FORMAT, { words: named, groups }, [
    column("provider", provider),
    column("pays", pays),
    column("confirmed", confirmed),
    ...AREA_KINDS.map((kind) => column(kind, areas[kind])),
  ]);
}

/** @throws RangeError when it is no such file, or cut. */
export function decodeFacts(file: Uint8Array): MapFacts {
  const read = decodeColumns(FORMAT, file);
  const { words, groups } = read.head as unknown as Pick<MapFacts, "words" | "groups">;
  return {
    provider: columnOf(read, "provider"),
    pays: columnOf(read, "pays"),
    confirmed: columnOf(read, "confirmed"),
    areas: recordOf(AREA_KINDS, (kind) => columnOf(read, kind)),
    words,
    groups,
  };
}

/** "2025-04", or a day or a year of it, as a number that grows by one a month. A year alone is its January. */
export function monthOfDate(date: string | null): number {
  const [, year, month = "01"] = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "") ?? [];
  return year === undefined ? 0 : Number(year) * 12 + Number(month) - 1;
}

/** A column of words, filled row by row: numbered as they come, and by their order in the end. The first word of a row is its word. */
function listing(rows: number) {
  const seen = new Map<string, number>();
  const values = new Uint32Array(rows);
  return {
    put: (row: number, word: string | undefined) => {
      if (word === undefined || values[row] !== 0) return;
      const number = seen.get(word) ?? seen.size + 1;
      seen.set(word, number);
      values[row] = number;
    },
    list: (): { words: string[]; values: Uint32Array } => {
      const words = [...seen.keys()].sort();
      const sorted = new Uint32Array(seen.size + 1);
      for (const [index, word] of words.entries()) sorted[seen.get(word) ?? 0] = index + 1;
      return { words, values: values.map((number) => sorted[number] ?? 0) };
    },
  };
}

function columnOf(file: ColumnFile, name: string): Uint32Array {
  const values = file.columns.get(name);
  if (!values) throw new RangeError(`The facts have no column ${name}.`);
  return values;
}
