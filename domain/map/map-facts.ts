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
  const provider = listed(rows.map((row) => row.provider?.slug ?? null));
  const pays = listed(rows.map((row) => row.payer?.slug ?? null));
  const areas = AREA_KINDS.map((kind) => ({
    kind,
    ...listed(rows.map((row) => row.areas.find((area) => area.kind === kind)?.slug ?? null)),
  }));
  const groupsOf = new Map(rows.map((row) => [row.provider?.slug, row.groups.map(({ slug }) => slug)]));
  const words = {
    provider: provider.words,
    pays: pays.words,
    areas: Object.fromEntries(areas.map((area) => [area.kind, area.words])),
  };
  const column = (name: string, values: ArrayLike<number>): Column => ({ name, bytes: 2, values });
  return encodeColumns(FORMAT, { words, groups: provider.words.map((slug) => groupsOf.get(slug) ?? []) }, [
    column("provider", provider.values),
    column("pays", pays.values),
    column(
      "confirmed",
      rows.map((row) => monthOfDate(row.lastConfirmedOn)),
    ),
    ...areas.map(({ kind, values }) => column(kind, values)),
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

function listed(values: readonly (string | null)[]): { words: string[]; values: number[] } {
  const words = [...new Set(values.filter((value) => value !== null))].sort();
  const numbers = new Map<string | null, number>(words.map((word, index) => [word, index + 1]));
  return { words, values: values.map((value) => numbers.get(value) ?? 0) };
}

function columnOf(file: ColumnFile, name: string): Uint32Array {
  const values = file.columns.get(name);
  if (!values) throw new RangeError(`The facts have no column ${name}.`);
  return values;
}
