import { findTown } from "@/db/reference/towns";
import type { RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import { metresBetween } from "@/domain/places/distance";
import { findPostcode } from "@/server/look-up/find-postcode";

/** Metres between coordinates and their postcode above which one of the two is wrong. */
const TOO_FAR = 5000;

/** How well a new place of this row would be positioned, or why its address cannot be right. */
export function checkPosition(
  row: Pick<ImportRow, "postcode" | "town" | "lat" | "lon">,
): { position: "exact" | "town" | "none" } | { problem: RowProblem } {
  const { postcode, town, lat, lon } = row;
  if (postcode === "") {
    if (lat !== null) return { position: "exact" };
    return { position: findTown(town) ? "town" : "none" };
  }
  const found = findPostcode(postcode);
  const refuse = (code: RowProblem["code"], detail = postcode) => ({
    problem: {
      column: code === "coordinates-far" ? ("latitude" as const) : ("postcode" as const),
      code,
      detail,
    },
  });
  if (found.status === "ended") return refuse("postcode-ended", `${postcode} (${found.ended})`);
  if (found.status === "no-position") return { position: lat === null ? "none" : "exact" };
  if (found.status !== "found") return refuse("postcode-unknown");
  if (lat !== null && lon !== null) {
    const metres = metresBetween({ lat, lon }, found);
    if (metres > TOO_FAR) return refuse("coordinates-far", `${Math.round(metres / 1000)} km`);
  }
  return { position: "exact" };
}
