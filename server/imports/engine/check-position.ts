import { findTownCentre } from "@/db/reference/town-centres";
import type { RowProblem } from "@/domain/imports/outcome";
import { postcodeProblem } from "@/domain/imports/problem-values";
import type { ImportRow } from "@/domain/imports/row";
import { inMiles, metresBetween } from "@/domain/places/distance";
import { findPostcodeProblem } from "@/server/look-up/problem-of-postcode";
import { findPostcode } from "@/server/reference/find-postcode";

/** Metres between coordinates and their postcode above which one of the two is wrong. */
const TOO_FAR = 5000;

/** How well a new place of this row would be positioned, or why its address cannot be right. */
export function checkPosition(
  row: Pick<ImportRow, "postcode" | "town" | "lat" | "lon">,
): { position: "exact" | "town" | "none" } | { problem: RowProblem } {
  const { postcode, town, lat, lon } = row;
  if (postcode === "") {
    if (lat !== null) return { position: "exact" };
    return { position: findTownCentre(town) ? "town" : "none" };
  }
  const found = findPostcode(postcode);
  const wrong = findPostcodeProblem(postcode);
  if (wrong) {
    const typed = found.status === "ended" ? `${postcode} (${found.ended})` : postcode;
    return { problem: postcodeProblem(typed, wrong) };
  }
  if (found.status === "no-position") return { position: lat === null ? "none" : "exact" };
  if (found.status === "found" && lat !== null && lon !== null) {
    const metres = metresBetween({ lat, lon }, found);
    const detail = `${Math.round(inMiles(metres))} miles`;
    if (metres > TOO_FAR) return { problem: { column: "latitude", code: "coordinates-far", detail } };
  }
  return { position: "exact" };
}
