import { AREA_KINDS } from "@/domain/areas/area";
import { recordOf } from "@/domain/lists/keys-of";
import { decodeAddedRows, type RowSources, rowSources } from "./added-file";
import { decodeFacts, encodeFacts, type MapFacts } from "./map-facts";
import type { MapRow } from "./map-row";
import type { MapTable } from "./mask-pins";
import { decodePins, encodePins, type PinTable } from "./pin-file";

type RowFiles = { pins: Uint8Array; facts: Uint8Array };
/** The map's files as they came; `added` where something was added to their base since. */
export type TableFiles = RowFiles & { added: (RowFiles & { at: Uint8Array }) | null };

/** @throws RangeError when they are no such files */
export function tableOfFiles({ added, ...base }: TableFiles): MapTable {
  const table = decoded(base);
  if (!added) return table;
  return mergeTables(table, decoded(added), rowSources(table.pins.length, decodeAddedRows(added.at)));
}

/** @param rows in the order of the files */
export function tableOfRows(rows: readonly MapRow[]): MapTable {
  return decoded({ pins: encodePins(rows).file, facts: encodeFacts(rows) });
}

function decoded({ pins, facts }: RowFiles): MapTable {
  return { pins: decodePins(pins), facts: decodeFacts(facts) };
}

/** The base of the map with what was added since: the very table that files of all of it would give. */
export function mergeTables(base: MapTable, added: MapTable, from: RowSources): MapTable {
  return { pins: mergePins(base.pins, added.pins, from), facts: mergeFacts(base.facts, added.facts, from) };
}

function mergePins(base: PinTable, added: PinTable, from: RowSources): PinTable {
  const { length } = from.row;
  const keys = new Float64Array(length);
  for (let row = 0; row < length; row++)
    keys[row] = (from.isAdded[row] ? added.keys : base.keys)[from.row[row] ?? 0] ?? 0;
  const named = (name: "category" | "kind" | "status") => {
    const { words, ofBase, ofAdded } = unite(base.words[name], added.words[name], 0);
    return { words, values: mergeColumns(base[name], added[name], from, ofBase, ofAdded) };
  };
  const [category, kind, status] = [named("category"), named("kind"), named("status")];
  return {
    length,
    keys,
    category: category.values,
    kind: kind.values,
    status: status.values,
    approximate: mergeColumns(base.approximate, added.approximate, from),
    words: { category: category.words, kind: kind.words, status: status.words },
  };
}

function mergeFacts(base: MapFacts, added: MapFacts, from: RowSources): MapFacts {
  const listed = (name: "provider" | "pays") => {
    const { words, ofBase, ofAdded } = unite(base.words[name], added.words[name], 1);
    return { words, values: mergeColumns(base[name], added[name], from, ofBase, ofAdded) };
  };
  const areas = recordOf(AREA_KINDS, (kind) => {
    const { words, ofBase, ofAdded } = unite(base.words.areas[kind], added.words.areas[kind], 1);
    return { words, values: mergeColumns(base.areas[kind], added.areas[kind], from, ofBase, ofAdded) };
  });
  const [provider, pays] = [listed("provider"), listed("pays")];
  const groupsOf = new Map<string, readonly string[]>();
  for (const facts of [base, added])
    for (const [index, slug] of facts.words.provider.entries()) groupsOf.set(slug, facts.groups[index] ?? []);
  return {
    provider: provider.values,
    pays: pays.values,
    confirmed: mergeColumns(base.confirmed, added.confirmed, from),
    areas: recordOf(AREA_KINDS, (kind) => areas[kind].values),
    words: {
      provider: provider.words,
      pays: pays.words,
      areas: recordOf(AREA_KINDS, (kind) => areas[kind].words),
    },
    groups: provider.words.map((slug) => groupsOf.get(slug) ?? []),
  };
}

/** One list of both, sorted as the files have theirs, and what the numbers of each become in it. `first` is the number of the first word. */
function unite(base: readonly string[], added: readonly string[], first: 0 | 1) {
  const words = [...new Set(base.concat(added))].sort();
  const numbers = new Map(words.map((word, index) => [word, index + first]));
  const of = (list: readonly string[]) => [
    ...(first === 1 ? [0] : []),
    ...list.map((word) => numbers.get(word) ?? 0),
  ];
  return { words, ofBase: of(base), ofAdded: of(added) };
}

function mergeColumns(
  base: Uint32Array,
  added: Uint32Array,
  { isAdded, row }: RowSources,
  ofBase?: readonly number[],
  ofAdded?: readonly number[],
): Uint32Array {
  const values = new Uint32Array(row.length);
  for (let at = 0; at < row.length; at++) {
    const value = (isAdded[at] ? added : base)[row[at] ?? 0] ?? 0;
    values[at] = (isAdded[at] ? ofAdded : ofBase)?.[value] ?? value;
  }
  return values;
}
