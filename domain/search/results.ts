import type { AreaKind } from "@/domain/areas/area";
import type { FormerName } from "@/domain/providers/former-names";
import type { ServiceCategory } from "@/domain/services/category";

/** Enough to choose from on a page; more means that the reader should type more. */
export const SEARCH_LIMIT = 20;
/** As many suggestions as fit above the keyboard of a telephone. */
export const SUGGESTION_LIMIT = 6;

/** Of areas and settlements more are looked at than are shown: many of one name lead to one page. */
export const STATIC_SHARE = 2;

/** An area as a part of another answer. */
export type NamedArea = { code: string; slug: string; name: string; nameCy: string | null };

/**
 * Something the look-up box found by name. `path` has no language in it.
 * - `settlement`: a town, village or suburb, with its constituencies, the largest part first
 * - `county`: of addresses, with its councils; no kind of area here
 * - an area, of today or ended (`validTo` is its last day)
 * - `care`: a kind of care, perhaps in an area; leads to the list of those services
 * - `district`: the postcodes of an outward code; leads to what is near them
 * - a record: `town` is where its place is, `formerly` what else an organisation is or was called, or whom it took over from, `companyNumber` that of an
 *   organisation that shares its name with another in the same answer, else null
 */
export type FoundName = { name: string; nameCy: string | null; path: string } & (
  | { kind: "settlement"; outcode: string; council: NamedArea | null; constituencies: readonly NamedArea[] }
  | { kind: "care"; category: ServiceCategory }
  | { kind: "district" }
  | { kind: "county"; councils: readonly NamedArea[] }
  | { kind: AreaKind; code: string; validTo: string | null }
  | {
      kind: "place" | "service" | "provider";
      town: string | null;
      formerly: readonly FormerName[];
      companyNumber: string | null;
    }
);

/** The page that lets people choose between the constituencies of a town. */
export function settlementPath(slug: string): string {
  return `/look-up?town=${slug}`;
}

/** The page that lets people choose between the councils of a county. */
export function countyPath(slug: string): string {
  return `/look-up?county=${slug}`;
}
