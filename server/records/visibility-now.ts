import type { ProjectedType } from "@/db/queries/projections";
import { type Claim, parseClaimValue } from "@/domain/claims/claim";
import { inForce } from "@/domain/claims/in-force";
import type { ServiceCategory } from "@/domain/services/category";
import { hasPin, type Visibility } from "@/domain/services/service";

/**
 * How a record is shown when it comes back: as it was before, unless its category is one shown by area only by now. A pin
 * must not come back with it.
 */
export function visibilityNow(
  type: ProjectedType,
  before: Visibility | null,
  claims: readonly Claim[],
  isAreaOnly: (category: ServiceCategory) => boolean,
): Visibility {
  const was = before ?? "published";
  const category = type === "service" ? inForce(claims, "service", "category")?.value : undefined;
  if (category === undefined || !hasPin(was)) return was;
  return isAreaOnly(parseClaimValue("service", "category", category) as ServiceCategory) ? "area-only" : was;
}
