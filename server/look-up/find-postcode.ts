import { type EndedTable, endedMonth } from "@/db/reference/ended-postcodes";
import { liveNeighbours, sharesOfRange } from "@/db/reference/postcode-summary";
import { findInTable, outcodeRange, type PostcodeTable, sectorRange } from "@/db/reference/postcode-table";
import { endedTable, postcodeTable } from "@/db/reference/postcodes";
import type { PostcodeAnswer } from "@/domain/postcodes/answer";
import { type ParsedPostcode, parsePostcode } from "@/domain/postcodes/postcode";

/** How many live postcodes are offered in place of one that does not exist. */
const NEIGHBOURS = 5;

/**
 * Answers any text as a postcode from the tables in the clone: no database, no network, nothing logged.
 * @param ended the postcodes that ended; what lies in the clone unless a test says otherwise
 */
export function findPostcode(text: string, ended: () => EndedTable | null = endedTable): PostcodeAnswer {
  const parsed = parsePostcode(text);
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
  if (range === null && orSector !== null)
    return findSector(table, orSector.outcode, orSector.digit, outcode);
  return summary(table, range, "outcode", outcode);
}

/** @param typed what to call it when nothing has it: CA27 is read as CA2 7 only where that exists */
function findSector(table: PostcodeTable, outcode: string, digit: string, typed?: string): PostcodeAnswer {
  const range = sectorRange(table, outcode, digit);
  const text = `${outcode} ${digit}`;
  return summary(table, range, "sector", range === null ? (typed ?? text) : text);
}

function summary(
  table: PostcodeTable,
  range: [number, number] | null,
  scope: "outcode" | "sector",
  text: string,
): PostcodeAnswer {
  if (range === null) return { status: "unknown", postcode: text, nearest: [] };
  return { status: "partial", scope, text, units: range[1] - range[0], ...sharesOfRange(table, range) };
}
