import { itemAt } from "@/domain/lists/item-at";
import { cellCentre } from "@/domain/postcodes/cell-centre";
import { inwardNumber, inwardText } from "@/domain/postcodes/inward";
import { GRID, type PostcodePrecision, PRECISIONS } from "./postcode-rows";

/**
 * Every unit postcode in 14 bytes, sorted: one entry of each column to a postcode. Codes are numbers into the lists
 * beside them, of which number 0 is "none". Positions are grid cells; 0xffff in `column` means none.
 */
export type PostcodeTable = {
  /** Sorted; the postcodes of outcodes[i] are entries starts[i] to starts[i + 1] - 1. */
  outcodes: string[];
  starts: Uint32Array;
  inward: Uint16Array;
  constituencyCodes: string[];
  councilCodes: string[];
  healthBodyCodes: string[];
  constituency: Uint16Array;
  council: Uint16Array;
  healthBody: Uint8Array;
  column: Uint16Array;
  row: Uint16Array;
  precision: Uint8Array;
  /** A constituency's number: another one so near that some addresses can be in it; 0 for none. */
  near: Uint16Array;
};

/** What the table knows of one unit postcode. Codes are null where the publisher gives no position and no code. */
export type PostcodeEntry = {
  /** With its space, such as "CA2 7HY". */
  postcode: string;
  constituency: string | null;
  council: string | null;
  healthBody: string | null;
  /** Degrees WGS84, to the precision said; null when it is "none". */
  lon: number | null;
  lat: number | null;
  precision: PostcodePrecision;
  /** Code of another constituency so near that some of the postcode's addresses can be in it. */
  near: string | null;
};

/** No column of the grid is this far east. */
export const NO_COLUMN = 0xffff;

/** The half-open range of entries of an outward code, or null when no postcode has it. */
export function outcodeRange(table: PostcodeTable, outcode: string): [number, number] | null {
  const at = lowerBound(table.outcodes.length, (i) => itemAt(table.outcodes, i) < outcode);
  if (table.outcodes[at] !== outcode) return null;
  return [itemAt(table.starts, at), itemAt(table.starts, at + 1)];
}

/** The half-open range of entries of a sector ("CA2" and "7"), or null when no postcode has it. */
export function sectorRange(table: PostcodeTable, outcode: string, digit: string): [number, number] | null {
  const range = outcodeRange(table, outcode);
  const least = inwardNumber(`${digit}AA`);
  if (range === null || least === -1) return null;
  const [from, to] = range;
  const above = inwardNumber(`${digit}ZZ`) + 1;
  const find = (limit: number) => from + lowerBound(to - from, (i) => itemAt(table.inward, from + i) < limit);
  const [start, end] = [find(least), find(above)];
  return start === end ? null : [start, end];
}

/** Looks one unit postcode up ("CA2" and "7HY"): two binary searches, no allocation but the answer. */
export function findInTable(table: PostcodeTable, outcode: string, inward: string): PostcodeEntry | null {
  const range = outcodeRange(table, outcode);
  const wanted = inwardNumber(inward);
  if (range === null || wanted === -1) return null;
  const [from, to] = range;
  const at = from + lowerBound(to - from, (i) => itemAt(table.inward, from + i) < wanted);
  return at < to && table.inward[at] === wanted ? entryAt(table, outcode, at) : null;
}

/** The entry at a place of the table, whose outward code the caller knows. */
export function entryAt(table: PostcodeTable, outcode: string, at: number): PostcodeEntry {
  const column = itemAt(table.column, at);
  const centre =
    column === NO_COLUMN ? { lon: null, lat: null } : cellCentre(GRID, column, itemAt(table.row, at));
  return {
    postcode: `${outcode} ${inwardText(itemAt(table.inward, at))}`,
    constituency: table.constituencyCodes[itemAt(table.constituency, at)] || null,
    council: table.councilCodes[itemAt(table.council, at)] || null,
    healthBody: table.healthBodyCodes[itemAt(table.healthBody, at)] || null,
    ...centre,
    precision: PRECISIONS[itemAt(table.precision, at)] ?? "none",
    near: table.constituencyCodes[itemAt(table.near, at)] || null,
  };
}

/** The first of `count` places for which `isBelow` no longer holds. */
function lowerBound(count: number, isBelow: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
