import type { ServiceCategory } from "@/domain/services/category";

/** Kinds of care that people call by each other's names; in each group everyone is taken for everyone. */
const ALIKE: readonly (readonly ServiceCategory[])[] = [
  ["eye-care", "planned-surgery", "outpatient-clinic"],
  ["dermatology", "planned-surgery", "outpatient-clinic"],
  ["urgent-care", "out-of-hours-gp", "nhs-111"],
  ["physiotherapy", "rehabilitation"],
  ["physiotherapy", "outpatient-clinic"],
  ["mental-health", "talking-therapies"],
  ["community-nursing", "end-of-life-care"],
  ["community-nursing", "rehabilitation"],
  ["community-nursing", "childrens-community-health"],
  ["rehabilitation", "prosthetics"],
];

/** Whether one may have been written for the other; "other" may be any. */
export function isAlikeKind(a: ServiceCategory, b: ServiceCategory): boolean {
  if (a === "other" || b === "other") return true;
  return ALIKE.some((group) => group.includes(a) && group.includes(b));
}
