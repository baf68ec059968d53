import { areaIndex } from "@/db/reference/outlines";
import { detailed, type FieldProblem } from "@/domain/field-problem";
import { inMiles, metresBetween } from "@/domain/places/distance";
import { type GivenPoint, readTypedPoint } from "@/domain/reports/typed-point";
import { findPostcode } from "@/server/reference/find-postcode";

/** Metres: further from its own postcode a place is not, however large the grounds. */
const FARTHEST = 5000;

/**
 * What is wrong with coordinates that somebody gave, with those of the outlines: a point at sea; one that is far from the postcode given
 * with it. Null where nothing is, and where none are given.
 */
export function problemOfPoint(typed: string, postcode = ""): FieldProblem | null {
  if (typed.trim() === "") return null;
  const read = readTypedPoint(typed);
  if (!read.ok) return read.problem;
  const { point } = read;
  if (isAtSea(point)) return "point-sea";
  const found = postcode.trim() === "" ? null : findPostcode(postcode);
  if (found?.status !== "found") return null;
  const away = metresBetween(point, found);
  return away > FARTHEST ? detailed("point-far", { detail: String(Math.round(inMiles(away))) }) : null;
}

/** Off the coast by more than a pier or a bridge reaches. */
export function isAtSea({ lon, lat }: Pick<GivenPoint, "lon" | "lat">): boolean {
  return areaIndex("region").assign(lon, lat) === null;
}
