import type { Db } from "@/db/client";
import { findSetting } from "@/db/queries/settings";
import { type Claim, parseClaimValue } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import { InvalidInputError } from "@/domain/errors";
import { isAreaOnly, type ServiceCategory } from "@/domain/services/category";

/** What an admin added to the categories that are shown by area only: a list of category names. */
export const AREA_ONLY_SETTING = "services.area-only-categories";

/** Tells whether a category is shown by area only, by our list and the admin's. */
export async function findAreaOnlyRule(db: Db): Promise<(category: ServiceCategory) => boolean> {
  const added = new Set((await findSetting<string[]>(db, AREA_ONLY_SETTING)) ?? []);
  return (category) => isAreaOnly(category, added);
}

/**
 * A service shown by area only gets no place from anybody: not from a report, an import or a correction.
 * @param stored the claims of the service that are in the database.
 * @throws InvalidInputError on `place`.
 */
export function refusePlaceOfAreaOnly(
  fresh: readonly { field: string; value: unknown }[],
  stored: readonly Claim[],
  isHidden: (category: ServiceCategory) => boolean,
): void {
  if (!fresh.some(({ field }) => field === "place")) return;
  const given = fresh.filter(({ field }) => field === "category").map(({ value }) => value);
  const held = inForce(stored, "service", "category")?.value;
  const categories = [...given, ...(held === undefined ? [] : [held])];
  if (categories.some((value) => isHidden(parseClaimValue("service", "category", value) as ServiceCategory)))
    throw new InvalidInputError({ place: "area-only-category" });
}
