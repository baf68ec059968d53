import { type EndedTable, endedMonth } from "@/db/reference/ended-postcodes";
import { liveNeighbours, sharesOfRange } from "@/db/reference/postcode-summary";
import { findInTable, outcodeRange, type PostcodeTable, sectorRange } from "@/db/reference/postcode-table";
import { endedTable, postcodeTable } from "@/db/reference/postcodes";
import { readTyped } from "@/domain/look-up/read-typed";
import type { PostcodeAnswer } from "@/domain/postcodes/answer";
import { letteredDistricts } from "@/domain/postcodes/lettered-districts";
import { type ParsedPostcode, parsePostcode } from "@/domain/postcodes/postcode";

/** How many live postcodes are offered in place of one that does not exist. */
const NEIGHBOURS = 5;

/**
 * Answers any text as a postcode from the tables in the clone: no database, no network, nothing logged.
 * @param ended the postcodes that ended; what lies in the clone unless a test says otherwise
 */
export function findPostcode(text: string, ended: () => EndedTable | null = endedTable): PostcodeAnswer {
  const parsed = readPostcode(text);
  switch (parsed.kind) {
    case "unit":
      return findUnit(postcodeTable(), parsed, ended);
    case "outcode":
      return findOutcode(postcodeTable(), parsed);
    case "sector":
      return findSector(postcodeTable(), parsed.outcode, parsed.digit);
    case "crown-dependency":
      return { status: "crown-dependency", territory: parsed.territory };
    case "bfpo":
      return { status: "bfpo" };
    case "non-geographic":
      return { status: "non-geographic", postcode: parsed.formatted };
    case "invalid":
      return { status: "not-a-postcode", reason: parsed.reason };
  }
}

/** As the look-up box reads it: "CA2 7HY, Carlisle" has one postcode, and a text with two none that is meant. */
function readPostcode(text: string): ParsedPostcode {
  const parsed = parsePostcode(text);
  if (parsed.kind !== "invalid" || parsed.reason !== "not-the-shape") return parsed;
  const read = readTyped(text);
  if (read.kind === "unit") return parsePostcode(`${read.outcode} ${read.inward}`);
  const isSlip = read.kind === "problem" && read.problem === "letter-for-digit";
  return isSlip ? { kind: "invalid", reason: "letter-for-digit" } : parsed;
}

function findUnit(
  table: PostcodeTable,
  { outcode, inward, formatted }: Extract<ParsedPostcode, { kind: "unit" }>,
  endedPostcodes: () => EndedTable | null,
): PostcodeAnswer {
  const entry = findInTable(table, outcode, inward);
  if (entry === null) {
    const nearest = liveNeighbours(table, outcode, inward, NEIGHBOURS);
    const known = endedPostcodes();
    const ended = known === null ? null : endedMonth(known, outcode, inward);
    if (ended !== null) return { status: "ended", postcode: formatted, ended, nearest };
    return { status: "unknown", postcode: formatted, nearest };
  }
  const { postcode, constituency, council, healthBody, lon, lat, precision } = entry;
  const near = entry.near === null ? null : { constituency: entry.near };
  const complete = constituency !== null && council !== null && healthBody !== null;
  if (!complete || lon === null || lat === null || precision === "none")
    return { status: "no-position", postcode };
  return { status: "found", postcode, constituency, council, healthBody, lon, lat, precision, near };
}

function findOutcode(
  table: PostcodeTable,
  { outcode, orSector }: Extract<ParsedPostcode, { kind: "outcode" }>,
): PostcodeAnswer {
  const range = outcodeRange(table, outcode);
  if (range !== null) return summary(table, range, "outcode", outcode);
  const districts = letteredDistricts(table.outcodes, outcode);
  const together = rangeOfAll(table, districts);
  if (together !== null) return { ...summary(table, together, "outcode", outcode), districts };
  if (orSector !== null) return findSector(table, orSector.outcode, orSector.digit, outcode);
  return nothing(outcode);
}

/** The table is sorted: nothing lies between W1A and W1W but more of W1. */
function rangeOfAll(table: PostcodeTable, outcodes: readonly string[]): [number, number] | null {
  const [first, last] = [outcodes[0], outcodes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [outcodeRange(table, first), outcodeRange(table, last)];
  return from && to && [from[0], to[1]];
}

/** @param typed what to call it when nothing has it: CA27 is read as CA2 7 only where that exists */
function findSector(table: PostcodeTable, outcode: string, digit: string, typed?: string): PostcodeAnswer {
  const range = sectorRange(table, outcode, digit);
  const text = `${outcode} ${digit}`;
  return range === null ? nothing(typed ?? text) : summary(table, range, "sector", text);
}

function summary(
  table: PostcodeTable,
  range: [number, number],
  scope: "outcode" | "sector",
  text: string,
): Extract<PostcodeAnswer, { status: "partial" }> {
  return { status: "partial", scope, text, units: range[1] - range[0], ...sharesOfRange(table, range) };
}

/** @param text a part of a postcode, which no postcode begins with */
function nothing(text: string): PostcodeAnswer {
  return { status: "unknown", postcode: text, nearest: [] };
}
