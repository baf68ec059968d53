import { inwardNumber } from "@/domain/postcodes/inward";
import { monthNumber, monthText } from "@/domain/postcodes/month";
import { ByteReader, ByteWriter } from "./byte-streams";
import { CodeList } from "./code-list";
import { RowList } from "./row-list";

/**
 * Unit postcodes that ended, sorted, with the month in which they did: an optional part beside the table of live ones, which
 * is asked first. Entries of outcodes[i] are starts[i] to starts[i + 1] - 1. `month` is what monthNumber gives.
 */
export type EndedTable = { outcodes: string[]; starts: Uint32Array; inward: Uint16Array; month: Uint16Array };

const VERSION = 1;
/** Like MOST_ROWS of the live table: a row's number and its place in the order fit one exact number together. */
const MOST_ROWS = 2 ** 23;
const PLACES = 4096;

/** Takes ended postcodes in any order and packs them. */
export class EndedEncoder {
  readonly #rows = new RowList(3);
  readonly #outcodes = new CodeList();

  get units(): number {
    return this.#rows.length;
  }

  /**
   * @param ended such as 2019-06
   * @throws RangeError when it is not a unit postcode.
   */
  add(outcode: string, inward: string, ended: string): void {
    const number = inwardNumber(inward);
    if (number === -1) throw new RangeError(`${outcode} ${inward} is not a postcode`);
    this.#rows.push([this.#outcodes.number(outcode), number, monthNumber(ended)]);
  }

  /**
   * The packed table, before compression: four bytes with the length of the header, the header (JSON), for each outward code
   * how many, for each postcode the gap to the one before and the step from its month.
   * @throws RangeError when a postcode was added twice.
   */
  finish(): Uint8Array {
    const { codes, places } = this.#outcodes.finish();
    const out = new ByteWriter();
    const sizes = new Uint32Array(codes.length);
    let last = { outcode: -1, inward: -1, month: 0 };
    for (const row of this.#order(places)) {
      const outcode = places[this.#rows.at(row, 0)] ?? 0;
      const [inward, month] = [this.#rows.at(row, 1), this.#rows.at(row, 2)];
      if (outcode !== last.outcode) last = { outcode, inward: -1, month: last.month };
      if (inward === last.inward) throw new RangeError(`A postcode of ${codes[outcode]} ended twice`);
      sizes[outcode] = (sizes[outcode] ?? 0) + 1;
      out.number(inward - last.inward - 1);
      out.signed(month - last.month);
      last = { outcode, inward, month };
    }
    const header = { version: VERSION, outcodes: codes.slice(1), sizes: [...sizes.slice(1)] };
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([length, text, out.finish()]);
  }

  #order(places: Uint16Array): number[] {
    const keys = new Float64Array(this.units);
    for (let row = 0; row < keys.length; row++) {
      const rank = (places[this.#rows.at(row, 0)] ?? 0) * PLACES + this.#rows.at(row, 1);
      keys[row] = rank * MOST_ROWS + row;
    }
    return Array.from(keys.sort(), (key) => key % MOST_ROWS);
  }
}

/**
 * Unpacks what EndedEncoder packed.
 * @throws Error when the bytes are of another version or cut short.
 */
export function decodeEnded(bytes: Uint8Array): EndedTable {
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE();
  const reader = new ByteReader(bytes.subarray(4));
  const header: { version: number; outcodes: string[]; sizes: number[] } = JSON.parse(
    Buffer.from(reader.take(length)).toString("utf8"),
  );
  if (header.version !== VERSION) throw new Error(`Table of ended postcodes of version ${header.version}`);
  const units = header.sizes.reduce((sum, size) => sum + size, 0);
  const starts = new Uint32Array(header.outcodes.length + 1);
  const table = {
    outcodes: header.outcodes,
    starts,
    inward: new Uint16Array(units),
    month: new Uint16Array(units),
  };
  let [at, month] = [0, 0];
  header.sizes.forEach((size, i) => {
    let inward = -1;
    for (const end = at + size; at < end; at++) {
      inward += reader.number() + 1;
      month += reader.signed();
      table.inward[at] = inward;
      table.month[at] = month;
    }
    starts[i + 1] = at;
  });
  return table;
}

/** The half-open range of ended postcodes of an outward code; empty when it has none. */
export function endedRange(table: EndedTable, outcode: string): [number, number] {
  const at = table.outcodes.indexOf(outcode);
  return at === -1 ? [0, 0] : [table.starts[at] ?? 0, table.starts[at + 1] ?? 0];
}

/** The month in which a unit postcode ended, such as 2019-06; null when the table does not say that it did. */
export function endedMonth(table: EndedTable, outcode: string, inward: string): string | null {
  const range = endedRange(table, outcode);
  const place = table.inward.subarray(...range).indexOf(inwardNumber(inward));
  return place === -1 ? null : monthText(table.month[range[0] + place] ?? 0);
}
