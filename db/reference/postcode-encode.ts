import { recordOf } from "@/domain/lists/keys-of";
import { INWARD_COUNT, inwardNumber } from "@/domain/postcodes/inward";
import { ByteWriter } from "./byte-streams";
import { CodeList } from "./code-list";
import { FORMAT_VERSION, type PostcodeHeader, STREAMS } from "./postcode-format";
import { GRID, type PostcodeRow, PRECISIONS } from "./postcode-rows";
import { RecencyList } from "./recency-list";
import { RowList } from "./row-list";

/** Numbers kept for each postcode until all are there, in this order. */
const FIELDS = [
  "outcode",
  "inward",
  "constituency",
  "council",
  "healthBody",
  "precision",
  "column",
  "row",
  "near",
] as const;
type Field = (typeof FIELDS)[number];
type Unit = Record<Field, number>;

const NONE = PRECISIONS.indexOf("none");
/** More than there are unit postcodes: a row's number and its place in the order fit one exact number together. */
const MOST_ROWS = 2 ** 23;

/** Takes unit postcodes in any order and packs them into the compact table. Holds 18 bytes for each. */
export class PostcodeEncoder {
  readonly #rows = new RowList(FIELDS.length);
  readonly #outcodes = new CodeList();
  readonly #constituencies = new CodeList();
  readonly #councils = new CodeList();
  readonly #healthBodies = new CodeList();

  get units(): number {
    return this.#rows.length;
  }

  /** @throws RangeError when it is not a unit postcode, or has a position without a precision or the reverse. */
  add(row: PostcodeRow): void {
    const { outcode, inward, constituency, council, healthBody, position, precision, near } = row;
    const number = inwardNumber(inward);
    if (number === -1) throw new RangeError(`${outcode} ${inward} is not a postcode`);
    if ((position === null) !== (precision === "none")) {
      throw new RangeError(`${outcode} ${inward} has a position and no precision, or the reverse`);
    }
    const cell = position === null ? { column: 0, row: 0 } : cellOf(position);
    this.#rows.push([
      this.#outcodes.number(outcode),
      number,
      this.#constituencies.number(constituency),
      this.#councils.number(council),
      this.#healthBodies.number(healthBody),
      PRECISIONS.indexOf(precision),
      cell.column,
      cell.row,
      this.#constituencies.number(near),
    ]);
  }

  /**
   * The packed table, before compression.
   * @throws RangeError when a postcode was added twice.
   */
  finish(): Uint8Array {
    const lists = {
      outcode: this.#outcodes.finish(),
      constituency: this.#constituencies.finish(),
      council: this.#councils.finish(),
      healthBody: this.#healthBodies.finish(),
    };
    const outcodes = lists.outcode.codes.slice(1);
    const out = new StreamWriters();
    const sizes = new Uint32Array(outcodes.length);
    let last = { outcode: -1, inward: -1 };
    for (const unit of this.#sortedUnits(lists)) {
      const outcode = unit.outcode - 1;
      sizes[outcode] = (sizes[outcode] ?? 0) + 1;
      if (outcode !== last.outcode) last = { outcode, inward: -1 };
      if (unit.inward === last.inward)
        throw new RangeError(`A postcode of ${outcodes[outcode]} appears twice`);
      out.writeUnit(unit, unit.inward - last.inward - 1);
      last.inward = unit.inward;
    }
    for (const size of sizes) out.streams.outcodes.number(size);
    const parts = STREAMS.map((name) => out.streams[name].finish());
    const header: PostcodeHeader = {
      version: FORMAT_VERSION,
      units: this.units,
      outcodes,
      codes: {
        constituency: lists.constituency.codes,
        council: lists.council.codes,
        healthBody: lists.healthBody.codes,
      },
      streams: parts.map(({ length }) => length),
    };
    const text = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([length, text, ...parts]);
  }

  /** Every unit with its final numbers, by outward and inward code. */
  *#sortedUnits(
    lists: Record<"outcode" | "constituency" | "council" | "healthBody", Numbered>,
  ): Generator<Unit> {
    const field = (row: number, name: Field) => this.#rows.at(row, FIELDS.indexOf(name));
    const place = (list: Numbered, number: number) => list.places[number] ?? 0;
    const keys = new Float64Array(this.units);
    for (let row = 0; row < keys.length; row++) {
      const rank = place(lists.outcode, field(row, "outcode")) * INWARD_COUNT + field(row, "inward");
      keys[row] = rank * MOST_ROWS + row;
    }
    keys.sort();
    for (const key of keys) {
      const row = key % MOST_ROWS;
      yield {
        outcode: place(lists.outcode, field(row, "outcode")),
        inward: field(row, "inward"),
        constituency: place(lists.constituency, field(row, "constituency")),
        council: place(lists.council, field(row, "council")),
        healthBody: place(lists.healthBody, field(row, "healthBody")),
        precision: field(row, "precision"),
        column: field(row, "column"),
        row: field(row, "row"),
        near: place(lists.constituency, field(row, "near")),
      };
    }
  }
}

/** The grid cell a position lies in. */
export function cellOf([lon, lat]: [number, number]): { column: number; row: number } {
  return {
    column: Math.floor((lon - GRID.west) / GRID.lon),
    row: Math.floor((lat - GRID.south) / GRID.lat),
  };
}

type Numbered = ReturnType<CodeList["finish"]>;

class StreamWriters {
  readonly streams = recordOf(STREAMS, () => new ByteWriter());
  readonly #recent = {
    constituency: new RecencyList(),
    council: new RecencyList(),
    healthBody: new RecencyList(),
    near: new RecencyList(),
  };
  #column = 0;
  #row = 0;

  /** @param gap inward codes between this one and the one before it in its outward code */
  writeUnit(unit: Unit, gap: number): void {
    const { constituency, council, healthBody, precision, column, row, near } = unit;
    const { streams } = this;
    const recent = this.#recent;
    streams.inward.number(gap);
    streams.constituency.number(recent.constituency.encode(0, constituency));
    streams.council.number(recent.council.encode(constituency, council));
    streams.healthBody.number(recent.healthBody.encode(council, healthBody));
    streams.near.number(near === 0 ? 0 : recent.near.encode(constituency, near) + 1);
    streams.precision.byte(precision);
    if (precision === NONE) return;
    streams.column.signed(column - this.#column);
    streams.row.signed(row - this.#row);
    [this.#column, this.#row] = [column, row];
  }
}
