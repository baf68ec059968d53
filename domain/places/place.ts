/**
 * A trust's head office is an organisation's address: it can be looked up and matched by its code, and is never counted as a
 * hospital that somebody should check. New kinds go to the end: the shipped table stores their number.
 */
export const PLACE_KINDS = [
  "gp-practice",
  "hospital",
  "clinic",
  "diagnostic-centre",
  "other",
  "trust-headquarters",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How well a position is known. `town` is a town's centre, drawn and labelled as approximate. */
export const POSITION_PRECISIONS = ["site", "postcode", "small-area", "town"] as const;
export type PositionPrecision = (typeof POSITION_PRECISIONS)[number];

export function isApproximate(precision: PositionPrecision | null): boolean {
  return precision === "town" || precision === "small-area";
}

/**
 * Schemes that name places: ODS codes name organisations and sites, a code is a practice and not a building. A branch's
 * code names one of the other addresses of a practice. `cqc-location` is written by nothing (docs/architecture.md, "Not yet"). New schemes go to the end: the shipped table stores their number.
 */
export const IDENTIFIER_SCHEMES = [
  "ods-organisation",
  "ods-site",
  "cqc-location",
  "cdc-list",
  "ods-branch",
] as const;
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/**
 * What an ODS code names, judged by its shape: a practice ("A82019") or an organisation of three letters and figures
 * ("RNL") is an organisation, a practice's code and three figures more ("A82019001") a branch, anything else ("RNL01") a
 * site.
 */
export function schemeOfCode(code: string): Extract<IdentifierScheme, `ods-${string}`> {
  if (/^[A-Z]\d{8}$/.test(code)) return "ods-branch";
  return /^[A-Z]\d{5}$/.test(code) || code.length === 3 ? "ods-organisation" : "ods-site";
}
