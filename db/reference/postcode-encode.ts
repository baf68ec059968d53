import { inwardNumber } from "@/domain/postcodes/inward";
import { ByteWriter } from "./byte-streams";
import { CodeList } from "./code-list";
import { FORMAT_VERSION, type PostcodeHeader, STREAMS, type StreamName } from "./postcode-format";
import { GRID, type PostcodeRow, PRECISIONS } from "./postcode-rows";
import { RecencyList } from "./recency-list";

/** Numbers kept for each postcode until all are there: inward, three areas, precision, column, row. */
const FIELDS = 7;
const NONE = PRECISIONS.indexOf("none");

/** Takes unit postcodes in any order and packs them into the compact table. Holds about 60 bytes for each. */
export class PostcodeEncoder {
  readonly #groups = new Map<string, number[]>();
  readonly #constituencies = new CodeList();
  readonly #councils = new CodeList();
  readonly #healthBodies = new CodeList();
  units = 0;

  /** @throws RangeError when it is not a unit postcode, or has a position without a precision or the reverse. */
  add(row: PostcodeRow): void {
    const { outcode, inward, constituency, council, healthBody, position, precision } = row;
    const number = inwardNumber(inward);
    if (number === -1) throw new RangeError(`${outcode} ${inward} is not a postcode`);
    if ((position === null) !== (precision === "none")) {
      throw new RangeError(`${outcode} ${inward} has a position and no precision, or the reverse`);
    }
    const group = this.#groups.get(outcode) ?? [];
    if (group.length === 0) this.#groups.set(outcode, group);
    const cell = position === null ? { column: 0, row: 0 } : cellOf(position);
    group.push(
      number,
      this.#constituencies.number(constituency),
      this.#councils.number(council),
      this.#healthBodies.number(healthBody),
      PRECISIONS.indexOf(precision),
      cell.column,
      cell.row,
    );
    this.units++;
  }

  /**
   * The packed table, before compression.
   * @throws RangeError when a postcode was added twice.
   */
  finish(): Uint8Array {
    const lists = {
      constituency: this.#constituencies.finish(),
      council: this.#councils.finish(),
      healthBody: this.#healthBodies.finish(),
    };
    const outcodes = [...this.#groups.keys()].sort();
    const out = new StreamWriters(lists);
    for (const outcode of outcodes) out.writeGroup(outcode, this.#groups.get(outcode) ?? []);
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
}

/** The grid cell a position lies in. */
export function cellOf([lon, lat]: [number, number]): { column: number; row: number } {
  return {
    column: Math.floor((lon - GRID.west) / GRID.lon),
    row: Math.floor((lat - GRID.south) / GRID.lat),
  };
}

type Places = Record<"constituency" | "council" | "healthBody", { places: Uint16Array }>;

class StreamWriters {
  readonly streams = Object.fromEntries(STREAMS.map((name) => [name, new ByteWriter()])) as Record<
    StreamName,
    ByteWriter
  >;
  readonly #recent = {
    constituency: new RecencyList(),
    council: new RecencyList(),
    healthBody: new RecencyList(),
  };
  #column = 0;
  #row = 0;

  constructor(readonly places: Places) {}

  /** @param group FIELDS numbers for each postcode, unsorted */
  writeGroup(outcode: string, group: readonly number[]): void {
    const starts = Array.from({ length: group.length / FIELDS }, (_, i) => i * FIELDS);
    starts.sort((a, b) => (group[a] as number) - (group[b] as number));
    this.streams.outcodes.number(starts.length);
    let last = -1;
    for (const start of starts) {
      const fields = group.slice(start, start + FIELDS);
      const inward = fields[0] as number;
      if (inward === last) throw new RangeError(`A postcode of ${outcode} appears twice`);
      this.streams.inward.number(inward - last - 1);
      last = inward;
      this.#writeUnit(fields as [number, number, number, number, number, number, number]);
    }
  }

  #writeUnit([, ...fields]: [number, number, number, number, number, number, number]): void {
    const constituency = this.places.constituency.places[fields[0]] as number;
    const council = this.places.council.places[fields[1]] as number;
    const healthBody = this.places.healthBody.places[fields[2]] as number;
    const [, , , precision, column, row] = fields;
    this.streams.constituency.number(this.#recent.constituency.encode(0, constituency));
    this.streams.council.number(this.#recent.council.encode(constituency, council));
    this.streams.healthBody.number(this.#recent.healthBody.encode(council, healthBody));
    this.streams.precision.byte(precision);
    if (precision === NONE) return;
    this.streams.column.signed(column - this.#column);
    this.streams.row.signed(row - this.#row);
    [this.#column, this.#row] = [column, row];
  }
}
