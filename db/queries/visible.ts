import { inArray, isNull, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { PINNED_VISIBILITIES, PUBLIC_VISIBILITIES } from "@/domain/services/service";

/**
 * The one place where reading queries say what is public. Whitelists: a visibility added later stays hidden.
 * `visible.db.test.ts` runs every reading query against every visibility.
 */

/** The record may be counted and listed. Services shown by area only are among them. */
export function isShown(visibility: PgColumn): SQL {
  return inArray(visibility, [...PUBLIC_VISIBILITIES]);
}

/** The record may have a page, a name, a place, a pin. */
export function isNamed(visibility: PgColumn): SQL {
  return inArray(visibility, [...PINNED_VISIBILITIES]);
}

/** As `isShown`, for a record that was joined and may not be there at all. */
export function isShownIfAny(visibility: PgColumn): SQL | undefined {
  return or(isNull(visibility), isShown(visibility));
}
