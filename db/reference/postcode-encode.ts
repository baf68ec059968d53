import { inwardNumber } from "@/domain/postcodes/inward";
import { ByteWriter } from "./byte-streams";
import { GRID, type PostcodeRow, PRECISIONS } from "./postcode-rows";
import { RecencyList } from "./recency-list";

/** Streams in the order they stand in the file; each is kept apart because like bytes compress well together. */
export const STREAMS = [
  "outcodes",
  "inward",
  "constituency",
  "council",
  "healthBody",
  "precision",
  "column",
  "row",
] as const;
export const FORMAT_VERSION = 1;

type Codes = { constituency: string[]; council: string[]; healthBody: string[] };

/**
 * Packs all unit postcodes, before compression. Header: JSON of its version, counts and code lists, preceded by its length.
 * Areas are places in recency lists (council in the context of the constituency, health body in that of the council);
 * positions are steps from the last position in the same outward code.
 * @param rows in any order, each postcode once
 */
export function encodePostcodes(rows: PostcodeRow[]): Uint8Array {
  const codes: Codes = {
    constituency: sortedCodes(rows.map(({ constituency }) => constituency)),
    council: sortedCodes(rows.map(({ council }) => council)),
    healthBody: sortedCodes(rows.map(({ healthBody }) => healthBody)),
  };
  const groups = groupByOutcode(rows);
  const streams = Object.fromEntries(STREAMS.map((name) => [name, new ByteWriter()])) as Record<
    (typeof STREAMS)[number],
    ByteWriter
  >;
  const number = {
    constituency: numbers(codes.constituency),
    council: numbers(codes.council),
    healthBody: numbers(codes.healthBody),
  };
  const recent = {
    constituency: new RecencyList(),
    council: new RecencyList(),
    healthBody: new RecencyList(),
  };
  let [column, row] = [0, 0];
  for (const { units } of groups) {
    streams.outcodes.number(units.length);
    let lastInward = -1;
    for (const unit of units) {
      streams.inward.number(unit.inwardNumber - lastInward - 1);
      lastInward = unit.inwardNumber;
      const constituency = number.constituency.get(unit.constituency ?? "") ?? 0;
      const council = number.council.get(unit.council ?? "") ?? 0;
      const healthBody = number.healthBody.get(unit.healthBody ?? "") ?? 0;
      streams.constituency.number(recent.constituency.encode(0, constituency));
      streams.council.number(recent.council.encode(constituency, council));
      streams.healthBody.number(recent.healthBody.encode(council, healthBody));
      streams.precision.byte(PRECISIONS.indexOf(unit.precision));
      if (unit.position === null) continue;
      const cell = cellOf(unit.position);
      streams.column.signed(cell.column - column);
      streams.row.signed(cell.row - row);
      [column, row] = [cell.column, cell.row];
    }
  }
  const parts = STREAMS.map((name) => streams[name].finish());
  const header = {
    version: FORMAT_VERSION,
    units: rows.length,
    outcodes: groups.map(({ outcode }) => outcode),
    codes,
    streams: parts.map(({ length }) => length),
  };
  return withHeader(JSON.stringify(header), parts);
}

/** The grid cell a position lies in. */
export function cellOf([lon, lat]: [number, number]): { column: number; row: number } {
  return {
    column: Math.floor((lon - GRID.west) / GRID.lon),
    row: Math.floor((lat - GRID.south) / GRID.lat),
  };
}

type Unit = PostcodeRow & { inwardNumber: number };

function groupByOutcode(rows: readonly PostcodeRow[]): { outcode: string; units: Unit[] }[] {
  const groups = new Map<string, Unit[]>();
  for (const row of rows) {
    const unit = { ...row, inwardNumber: inwardNumber(row.inward) };
    if ((row.position === null) !== (row.precision === "none")) {
      throw new RangeError(`${row.outcode} ${row.inward} has a position and no precision, or the reverse`);
    }
    if (unit.inwardNumber === -1) throw new RangeError(`${row.outcode} ${row.inward} is not a postcode`);
    const units = groups.get(row.outcode);
    if (units) units.push(unit);
    else groups.set(row.outcode, [unit]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([outcode, units]) => ({ outcode, units: units.sort((a, b) => a.inwardNumber - b.inwardNumber) }));
}

/** "" (no area) first, so that number 0 means none. */
function sortedCodes(codes: readonly (string | null)[]): string[] {
  return [...new Set(["", ...codes.filter((code) => code !== null)])].sort();
}

function numbers(codes: readonly string[]): Map<string, number> {
  return new Map(codes.map((code, index) => [code, index]));
}

function withHeader(header: string, parts: readonly Uint8Array[]): Uint8Array {
  const text = Buffer.from(header);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...parts]);
}
