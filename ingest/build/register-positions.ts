import { entryAt, findInTable, type PostcodeTable, sectorRange } from "@/db/reference/postcode-table";
import { toFiveDecimals } from "@/domain/areas/degrees";
import { metresBetween, type Point } from "@/domain/places/distance";
import type { PositionPrecision } from "@/domain/places/place";
import { parsePostcode } from "@/domain/postcodes/postcode";

/** Farther than this from its own postcode, a register's position is not believed. */
const FARTHEST_METRES = 5000;

export type RegisterPosition = {
  lon: number | null;
  lat: number | null;
  precision: PositionPrecision | null;
};

/** Why a position is not the register's own, for the counts that the command prints. */
export type PositionNote = "register" | "postcode" | "swapped" | "far" | "unchecked" | "sector" | "none";

/** A postcode as it is written, "CA2 7HY"; null for what is none of the United Kingdom. */
export function writtenPostcode(text: string): string | null {
  const parsed = parsePostcode(text);
  return parsed.kind === "unit" ? parsed.formatted : null;
}

/**
 * Where a place is: at the register's point if it lies within five kilometres of the postcode's, else at the postcode's.
 * A point whose degrees are swapped is not corrected but replaced: what else is wrong with it, nobody knows.
 * @param own the register's point, if it has one
 * @param precision of the register's point: some registers give the postcode's
 */
export function registerPositionOf(
  table: PostcodeTable,
  postcode: string,
  own: { lon: number | null; lat: number | null } | null,
  precision: PositionPrecision,
): RegisterPosition & { note: PositionNote } {
  const byPostcode = positionOfPostcode(table, postcode);
  const point = own === null || own.lon === null || own.lat === null ? null : { lon: own.lon, lat: own.lat };
  if (point === null && byPostcode !== null) return { ...byPostcode, note: "postcode" };
  if (point === null) {
    const bySector = positionOfSector(table, postcode);
    return { ...(bySector ?? NOWHERE), note: bySector ? "sector" : "none" };
  }
  const isSwapped = isInUnitedKingdom({ lon: point.lat, lat: point.lon });
  const isInside = isInUnitedKingdom(point);
  if (isSwapped || !isInside) {
    const note = isSwapped ? ("swapped" as const) : ("far" as const);
    return { ...(byPostcode ?? NOWHERE), note };
  }
  if (byPostcode === null) return { ...rounded(point), precision, note: "unchecked" };
  if (metresBetween(point, byPostcode) > FARTHEST_METRES) return { ...byPostcode, note: "far" };
  return { ...rounded(point), precision, note: "register" };
}

const NOWHERE: RegisterPosition = { lon: null, lat: null, precision: null };

function positionOfPostcode(
  table: PostcodeTable,
  postcode: string,
): (Point & { precision: PositionPrecision }) | null {
  const parsed = parsePostcode(postcode);
  if (parsed.kind !== "unit") return null;
  const found = findInTable(table, parsed.outcode, parsed.inward);
  if (!found || found.lon === null || found.lat === null) return null;
  return {
    lon: found.lon,
    lat: found.lat,
    precision: found.precision === "100m" ? "postcode" : "small-area",
  };
}

/** The middle of the live postcodes of the same sector, for a postcode that the table does not have any more. */
function positionOfSector(
  table: PostcodeTable,
  postcode: string,
): (Point & { precision: PositionPrecision }) | null {
  const [outcode = "", inward = ""] = postcode.split(" ");
  const range = sectorRange(table, outcode, inward.slice(0, 1));
  if (range === null) return null;
  const points: Point[] = [];
  for (let at = range[0]; at < range[1]; at += 1) {
    const { lon, lat } = entryAt(table, outcode, at);
    if (lon !== null && lat !== null) points.push({ lon, lat });
  }
  const middle = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  if (points.length === 0) return null;
  return {
    ...rounded({ lon: middle(points.map(({ lon }) => lon)), lat: middle(points.map(({ lat }) => lat)) }),
    precision: "small-area",
  };
}

function isInUnitedKingdom({ lon, lat }: Point): boolean {
  return lon > -9 && lon < 3 && lat > 49 && lat < 61.5;
}

/** Five decimals, about a metre. */
function rounded({ lon, lat }: Point): Point {
  return { lon: toFiveDecimals(lon), lat: toFiveDecimals(lat) };
}
