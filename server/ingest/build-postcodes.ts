import type { AreaIndex } from "@/db/reference/area-index";
import type { PostcodeRow } from "@/db/reference/postcode-rows";
import type { CodePointRow } from "@/ingest/code-point-open";
import type { NorthernIrelandRow } from "@/ingest/northern-ireland-postcodes";

export type AreaIndexes = { constituency: AreaIndex; council: AreaIndex; healthBody: AreaIndex };
export type KnownCodes = { council: ReadonlySet<string>; healthBody: ReadonlySet<string> };

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
  return {
    ...splitPostcode(postcode),
    constituency: at(indexes.constituency),
    council: council ?? at(indexes.council),
    healthBody: healthBody ?? at(indexes.healthBody),
    position,
    precision: position === null ? "none" : quality >= FIRST_ESTIMATED_QUALITY ? "small-area" : "100m",
  };
}

/** A postcode of Northern Ireland: areas as the source gives them. */
export function fromNorthernIreland(row: NorthernIrelandRow): PostcodeRow {
  const { postcode, constituency, council, healthBody, position, precision } = row;
  return {
    ...splitPostcode(postcode),
    constituency,
    council,
    healthBody,
    position,
    precision: position === null ? "none" : precision === "exact" ? "100m" : "small-area",
  };
}

/** The last three characters of a unit postcode are its inward code. */
function splitPostcode(postcode: string): { outcode: string; inward: string } {
  return { outcode: postcode.slice(0, -3), inward: postcode.slice(-3) };
}
