import type { InvalidReason } from "./postcode";

/** Metres: `100m` a cell of a 100 m grid; `small-area` the middle of a neighbourhood, some hundred metres off. */
export type KnownPrecision = "100m" | "small-area";

/** A part of an outward code or sector: how many of its unit postcodes lie in the area, and which share (0 to 1). */
export type AreaShare = { code: string; units: number; share: number };

/** The areas a partial postcode lies in, each list with the largest share first. */
export type AreaShares = { constituencies: AreaShare[]; councils: AreaShare[]; healthBodies: AreaShare[] };

/**
 * Another constituency within 100 m of the postcode's position (300 m where that is a small area's middle): a postcode
 * is a cluster of addresses, and some of its can lie there. Only the address itself settles it.
 */
export type NearbyAreas = { constituency: string };

/** A unit postcode with the ONS codes of its areas (HSC trusts: their own letters). Degrees WGS84. */
export type FoundPostcode = {
  postcode: string;
  constituency: string;
  council: string;
  healthBody: string;
  lon: number;
  lat: number;
  precision: KnownPrecision;
  near: NearbyAreas | null;
};

/** Every outcome of looking a text up as a postcode. A page has one sentence for each. */
export type PostcodeAnswer =
  | ({ status: "found" } & FoundPostcode)
  /** A live postcode for which the publisher gives neither position nor areas. */
  | { status: "no-position"; postcode: string }
  /**
   * `text` is "CA2" or "CA2 7"; `units` its unit postcodes, with or without a position. `districts` only for what is no
   * district itself, such as W1: those that begin with it, all of which the figures are about.
   */
  | ({
      status: "partial";
      scope: "outcode" | "sector";
      text: string;
      units: number;
      districts?: string[];
    } & AreaShares)
  /** It was one until `ended` (2019-06). Known only where an ONS directory was loaded. `nearest` as for unknown ones. */
  | { status: "ended"; postcode: string; ended: string; nearest: string[] }
  /** The shape is right and nothing has it: mistyped, new, or ended. `nearest` are live ones of its sector. */
  | { status: "unknown"; postcode: string; nearest: string[] }
  | { status: "crown-dependency"; territory: "jersey" | "guernsey" | "isle-of-man" }
  | { status: "bfpo" }
  | { status: "non-geographic"; postcode: string }
  | { status: "not-a-postcode"; reason: InvalidReason };
