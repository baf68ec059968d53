import { endOfCode, type PlaceMatch } from "@/domain/imports/match";
import type { RowProblem } from "@/domain/imports/outcome";
import { addressProblem } from "@/domain/imports/place-address";
import type { ImportRow } from "@/domain/imports/row";
import type { PlaceBefore } from "@/domain/imports/rows-before";
import { plainName } from "@/domain/names/plain-name";

export type PlaceFindings = {
  /** Null for a service without a place. */
  place: PlaceMatch | null;
  placeBefore: PlaceBefore | null;
  /** How a new place would be positioned. */
  position: "exact" | "town" | "none";
  /** Why the row's address cannot be right, at a place that we know all the same. */
  positionProblem: RowProblem | null;
};

/** What somebody should look at in where a row says that its service is. */
export function warningsOfPlace(row: ImportRow, found: PlaceFindings): RowProblem[] {
  const { place, placeBefore, position } = found;
  if (place === null) return [];
  const { registerCode: code } = row;
  const warnings: RowProblem[] = [];
  const warn = (column: RowProblem["column"], code: RowProblem["code"], detail: string) =>
    warnings.push({ column, code, detail });
  if (placeBefore && plainName(placeBefore.name) !== plainName(row.place))
    warn("place", "place-of-row", placeBefore.name);
  if (place.kind === "none" && !placeBefore) {
    const [look] = place.look;
    if (look?.postcode === "")
      warn("place", "place-look-town", [look.name, look.town].filter(Boolean).join(", "));
    else if (look) warn("place", "place-look", look.name);
    if (position !== "exact") warn("postcode", position === "town" ? "town-only" : "not-placed", row.town);
  }
  warnings.push(...warningsOfAddress(row, found));
  if (code === null) return warnings;
  const ended = place.kind === "same" ? endOfCode(code, place.place) : null;
  if (ended !== null) warn("register-code", "code-ended", `${code}, ${ended}`);
  // A list cannot vouch for a register's code: whoever reads the preview is to look it up.
  if (place.kind === "none" || place.because !== "register-code") warn("register-code", "code-unknown", code);
  return warnings;
}

/** What a row says of the address of a place that we have and that is not taken: said even where nothing else is new. */
export function warningsOfAddress(row: ImportRow, { place, positionProblem }: PlaceFindings): RowProblem[] {
  if (place?.kind !== "same") return [];
  const isBranch = place.addressKey !== undefined;
  const problem = positionProblem ?? (isBranch ? null : addressProblem(row, place.place));
  return problem ? [problem] : [];
}
