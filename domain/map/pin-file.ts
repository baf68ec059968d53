import { decodeColumns, encodeColumns } from "./column-file";
import { fromGrid, fromKey, toGrid, toKey } from "./world-grid";

/** What draws a pin. Degrees WGS84; the words are those of the lists in the file's first line. */
export type PinToDraw = {
  lon: number;
  lat: number;
  /** The kind of care. */
  category: string;
  /** The type of organisation; "" where no source says. */
  kind: string;
  status: string;
  /** Known by its town only. */
  approximate: boolean;
};

/** All pins of a file, in the order of its rows: row number is the pin's id in this file. */
export type PinTable = {
  length: number;
  /** Place along the Z curve (world-grid.ts), rising. */
  keys: Float64Array;
  category: Uint32Array;
  kind: Uint32Array;
  status: Uint32Array;
  approximate: Uint32Array;
  /** The words that the numbers stand for. */
  words: Record<PinWord, readonly string[]>;
};
const WORDS = ["category", "kind", "status"] as const;
type PinWord = (typeof WORDS)[number];

const FORMAT = "nhs-map-pins-1";
const FAR = 2 ** 32;

/** The place of a pin along the Z curve, which files are sorted by. */
export function pinKey({ lon, lat }: Pick<PinToDraw, "lon" | "lat">): number {
  const { x, y } = toGrid(lon, lat);
  return toKey(x, y);
}

/**
 * Every pin in as few bytes as draw it: sorted along the Z curve, where neighbours are near, as the gaps between them.
 * @returns `order`: for each row of the file, which of the given pins it is. Pins at one point keep their order.
 */
export function encodePins(pins: readonly PinToDraw[]): { file: Uint8Array; order: number[] } {
  const { length } = pins;
  const unsorted = new Float64Array(length);
  for (const [index, pin] of pins.entries()) unsorted[index] = pinKey(pin);
  const order = sortedOrder(unsorted);
  const keys = new Float64Array(length);
  const approximate = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    keys[row] = unsorted[order[row] ?? 0] ?? 0;
    approximate[row] = Number(pins[order[row] ?? 0]?.approximate ?? false);
  }
  const numbered = (name: PinWord) => {
    const words = [...new Set(pins.map((pin) => pin[name]))].sort();
    const numbers = new Map(words.map((word, number) => [word, number]));
    const values = new Uint32Array(length);
    for (let row = 0; row < length; row++)
      values[row] = numbers.get(pins[order[row] ?? 0]?.[name] ?? "") ?? 0;
    return { words, values };
  };
  const [category, kind, status] = [numbered("category"), numbered("kind"), numbered("status")];
  const file = encodePinTable({
    length,
    keys,
    category: category.values,
    kind: kind.values,
    status: status.values,
    approximate,
    words: { category: category.words, kind: kind.words, status: status.words },
  });
  return { file, order };
}

/** The file of a table: the very bytes that its pins give. */
export function encodePinTable(table: PinTable): Uint8Array {
  const { length, keys, approximate } = table;
  const [gap, far] = [new Float64Array(length), new Float64Array(length)];
  let before = 0;
  for (let row = 0; row < length; row++) {
    const key = keys[row] ?? 0;
    gap[row] = (key - before) % FAR;
    far[row] = Math.floor((key - before) / FAR);
    before = key;
  }
  const { category, kind, status } = table.words;
  return encodeColumns(FORMAT, { words: { category, kind, status } }, [
    { name: "gap", bytes: 4, values: gap },
    { name: "far", bytes: 2, values: far },
    ...WORDS.map((name) => ({ name, bytes: 1 as const, values: table[name] })),
    { name: "approximate", bytes: 1, values: approximate },
  ]);
}

/** Rows that stand in their order already, as those of a file that is written anew, are only looked through. */
function sortedOrder(keys: Float64Array): number[] {
  const order: number[] = [];
  let isSorted = true;
  for (let index = 0; index < keys.length; index++) {
    order.push(index);
    if (index > 0 && (keys[index] ?? 0) < (keys[index - 1] ?? 0)) isSorted = false;
  }
  return isSorted ? order : order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}

/** @throws RangeError when it is no such file, or cut. */
export function decodePins(file: Uint8Array): PinTable {
  const { head, columns } = decodeColumns(FORMAT, file);
  const column = (name: string): Uint32Array => {
    const values = columns.get(name);
    if (!values) throw new RangeError(`The pins have no column ${name}.`);
    return values;
  };
  const [gap, far] = [column("gap"), column("far")];
  const keys = new Float64Array(head.rows);
  let key = 0;
  for (let row = 0; row < head.rows; row++) {
    key += (gap[row] ?? 0) + (far[row] ?? 0) * FAR;
    keys[row] = key;
  }
  return {
    length: head.rows,
    keys,
    category: column("category"),
    kind: column("kind"),
    status: column("status"),
    approximate: column("approximate"),
    words: readWords(head.words),
  };
}

/** Where a row's pin is, degrees WGS84, to 11 m. */
export function pinPosition({ keys }: PinTable, row: number): { lon: number; lat: number } {
  const { x, y } = fromKey(keys[row] ?? 0);
  return fromGrid(x, y);
}

function readWords(value: unknown): Record<PinWord, readonly string[]> {
  const lists = (value ?? {}) as Record<string, unknown>;
  const list = (name: PinWord) => {
    const found = lists[name];
    if (!Array.isArray(found) || !found.every((word) => typeof word === "string"))
      throw new RangeError(`The pins have no words for ${name}.`);
    return found;
  };
  return { category: list("category"), kind: list("kind"), status: list("status") };
}
