import { isAreaOnly, type ServiceCategory } from "@/domain/services/category";

/** Words that are not a category's own with a capital. The stored name is English; pages show the category in both. */
const SPELT: Partial<Record<ServiceCategory, string>> = {
  "gp-practice": "GP practice",
  "out-of-hours-gp": "Out-of-hours GP",
  "nhs-111": "NHS 111",
  "childrens-community-health": "Children’s community health",
  "end-of-life-care": "End-of-life care",
  other: "NHS care",
};

function words(category: ServiceCategory): string {
  const plain = category.replaceAll("-", " ");
  return SPELT[category] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

/**
 * What a published service is called: "Eye care at SpaMedica Carlisle". A category that is shown by area only never
 * carries its place's name.
 */
export function serviceNameOf(
  category: ServiceCategory,
  placeName: string,
  areaOnly: boolean = isAreaOnly(category),
): string {
  return areaOnly ? words(category) : `${words(category)} at ${placeName}`;
}

/** What a service that comes to an area is called (`SERVES_AREA_CATEGORIES`); without the area while it is not known. */
export function nameOfServiceFor(category: ServiceCategory, areaName: string | null): string {
  return areaName === null ? words(category) : `${words(category)} for ${areaName}`;
}

/** One line for lists of reports. */
export function reportTitleOf(category: ServiceCategory, placeName: string): string {
  return `${words(category)} at ${placeName}`.slice(0, 240);
}
