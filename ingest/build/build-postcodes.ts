import type { AreaIndex } from "@/db/reference/area-index";
import { NEAR_METRES, type PostcodeRow } from "@/db/reference/postcode-rows";
import type { CodePointRow } from "@/ingest/code-point-open";
import type { NorthernIrelandRow } from "@/ingest/northern-ireland-postcodes";
import type { DirectoryRow } from "@/ingest/ons-postcode-directory";

export type AreaIndexes = { constituency: AreaIndex; council: AreaIndex; healthBody: AreaIndex };
/** Codes of areas of today. */
export type KnownCodes = Record<"constituency" | "council" | "healthBody", ReadonlySet<string>>;

/** From here up OS's quality says that the position was worked out from neighbours or the sector. */
const FIRST_ESTIMATED_QUALITY = 50;

/**
 * A postcode of Great Britain with its areas. The publisher's own council and (in Scotland and Wales) health board
 * code is taken where it is a present one; everything else comes from the full outlines.
 */
export function fromCodePoint(row: CodePointRow, indexes: AreaIndexes, known: KnownCodes): PostcodeRow {
  const { postcode, position, quality, councilCode, healthCode } = row;
  const council = councilCode !== null && known.council.has(councilCode) ? councilCode : null;
  const healthBody = healthCode !== null && known.healthBody.has(healthCode) ? healthCode : null;
  const at = (index: AreaIndex) => (position === null ? null : (index.assign(...position)?.code ?? null));
  const constituency = at(indexes.constituency);
  const precision = position === null ? "none" : quality >= FIRST_ESTIMATED_QUALITY ? "small-area" : "100m";
  return {
    ...splitPostcode(postcode),
    constituency,
    council: council ?? at(indexes.council),
    healthBody: healthBody ?? at(indexes.healthBody),
    position,
    precision,
    near: nearOther(indexes.constituency, { constituency, position, precision }),
  };
}

/** A postcode of Northern Ireland: areas as the source gives them. */
export function fromNorthernIreland(row: NorthernIrelandRow, constituencies: AreaIndex): PostcodeRow {
  const { postcode, constituency, council, healthBody, position } = row;
  const precision = position === null ? "none" : row.precision === "exact" ? "100m" : "small-area";
  return {
    ...splitPostcode(postcode),
    constituency,
    council,
    healthBody,
    position,
    precision,
    near: nearOther(constituencies, { constituency, position, precision }),
  };
}

/** From here up ONS's quality says that the position was worked out from neighbours or the sector. */
const FIRST_IMPUTED_QUALITY = 5;

/**
 * A live postcode of the ONS directory or lookup: the publisher's own codes where they are present ones, everything else
 * from the full outlines. Without a position it has no areas, whatever the file says, as in the other sources.
 */
export function fromDirectory(row: DirectoryRow, indexes: AreaIndexes, known: KnownCodes): PostcodeRow {
  const { postcode, position, quality } = row;
  const none = { constituency: null, council: null, healthBody: null, near: null };
  if (position === null) return { ...splitPostcode(postcode), ...none, position, precision: "none" };
  const present = (column: keyof KnownCodes, ...codes: (string | null)[]) =>
    codes.find((code) => code !== null && known[column].has(code)) ??
    indexes[column].assign(...position)?.code ??
    null;
  const precision = quality >= FIRST_IMPUTED_QUALITY ? "small-area" : "100m";
  const constituency = present("constituency", row.constituency);
  return {
    ...splitPostcode(postcode),
    constituency,
    council: present("council", row.council),
    healthBody: present("healthBody", row.healthBody, row.healthBoard),
    position,
    precision,
    near: nearOther(indexes.constituency, { constituency, position, precision }),
  };
}

/** The nearest other constituency within NEAR_METRES of a position, or null. */
function nearOther(
  constituencies: AreaIndex,
  { constituency, position, precision }: Pick<PostcodeRow, "constituency" | "position" | "precision">,
): string | null {
  if (position === null || precision === "none" || constituency === null) return null;
  const near = constituencies.nearby(...position, NEAR_METRES[precision]);
  return near.find(({ code }) => code !== constituency)?.code ?? null;
}

/** The last three characters of a unit postcode are its inward code. */
function splitPostcode(postcode: string): { outcode: string; inward: string } {
  return { outcode: postcode.slice(0, -3), inward: postcode.slice(-3) };
}
