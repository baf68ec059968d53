import { AREA_KINDS } from "@/domain/areas/area";
import { recordOf } from "@/domain/lists/keys-of";
import type { MapTable } from "./mask-pins";

/**
 * The map's table without some of its rows: the very table that files of the others would give, so no word is left that only they had.
 * @param gone the rows, rising
 */
export function withoutRows({ pins, facts }: MapTable, gone: readonly number[]): MapTable {
  const named = (name: "category" | "kind" | "status") =>
    keptWords(pins.words[name], withoutEach(pins[name], gone), 0);
  const [category, kind, status] = [named("category"), named("kind"), named("status")];
  const listed = (words: readonly string[], values: Uint32Array) =>
    keptWords(words, withoutEach(values, gone), 1);
  const [provider, pays] = [
    listed(facts.words.provider, facts.provider),
    listed(facts.words.pays, facts.pays),
  ];
  const areas = recordOf(AREA_KINDS, (of) => listed(facts.words.areas[of], facts.areas[of]));
  return {
    pins: {
      length: pins.length - gone.length,
      keys: withoutEach(pins.keys, gone),
      category: category.values,
      kind: kind.values,
      status: status.values,
      approximate: withoutEach(pins.approximate, gone),
      words: { category: category.words, kind: kind.words, status: status.words },
    },
    facts: {
      provider: provider.values,
      pays: pays.values,
      confirmed: withoutEach(facts.confirmed, gone),
      areas: recordOf(AREA_KINDS, (of) => areas[of].values),
      words: {
        provider: provider.words,
        pays: pays.words,
        areas: recordOf(AREA_KINDS, (of) => areas[of].words),
      },
      groups: facts.groups.filter((_, index) => provider.isKept(index)),
    },
  };
}

/** The runs between what goes, copied as they are. */
function withoutEach<Column extends Uint32Array | Float64Array>(
  values: Column,
  gone: readonly number[],
): Column {
  const kept = values.slice(0, values.length - gone.length) as Column;
  let from = 0;
  for (const [index, row] of [...gone, values.length].entries()) {
    kept.set(values.subarray(from, row), from - index);
    from = row + 1;
  }
  return kept;
}

/** The words that a column still has, and its numbers counted in them. `first` is the number of the first word. */
function keptWords(words: readonly string[], values: Uint32Array, first: 0 | 1) {
  const isUsed = new Uint8Array(words.length + first);
  for (const value of values) isUsed[value] = 1;
  const isKept = (index: number) => isUsed[index + first] === 1;
  if (words.every((_, index) => isKept(index))) return { words, values, isKept };
  const numbers = new Uint32Array(isUsed.length);
  let next: number = first;
  for (const index of words.keys()) if (isKept(index)) numbers[index + first] = next++;
  return {
    words: words.filter((_, index) => isKept(index)),
    values: values.map((value) => numbers[value] ?? 0),
    isKept,
  };
}
