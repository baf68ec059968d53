/**
 * The closed list of what a service can be: a patient's words, not a contract's. Specialties are attributes, never
 * further categories. `product.md`, Words.
 */
export const SERVICE_CATEGORIES = [
  "gp-practice",
  "out-of-hours-gp",
  "urgent-care",
  "nhs-111",
  "patient-transport",
  "diagnostics-and-scans",
  "pathology",
  "eye-care",
  "planned-surgery",
  "outpatient-clinic",
  "dermatology",
  "hearing",
  "physiotherapy",
  "prosthetics",
  "dialysis",
  "maternity",
  "community-nursing",
  "rehabilitation",
  "mental-health",
  "talking-therapies",
  "addiction",
  "learning-disability",
  "childrens-community-health",
  "end-of-life-care",
  "prison-healthcare",
  "fertility",
  "abortion",
  "sexual-assault",
  "domestic-abuse",
  "gender-identity",
  "other",
] as const;
export type ServiceCategory = (typeof SERVICE_CATEGORIES)[number];

/** Shown by area only: no place, address or pin anywhere, in imports, downloads and the API too. */
export const AREA_ONLY_CATEGORIES: ReadonlySet<ServiceCategory> = new Set([
  "abortion",
  "sexual-assault",
  "domestic-abuse",
  "gender-identity",
]);

/** Go to the patient rather than the patient to them: they serve an area, with no place and no mark on the map. */
export const SERVES_AREA_CATEGORIES: ReadonlySet<ServiceCategory> = new Set(["patient-transport", "nhs-111"]);

/** @param extra what an admin added to the list. */
export function isAreaOnly(category: ServiceCategory, extra: ReadonlySet<string> = new Set()): boolean {
  return AREA_ONLY_CATEGORIES.has(category) || extra.has(category);
}
