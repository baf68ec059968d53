import type { NewServiceProposal } from "@/domain/reports/proposal";
import { SERVES_AREA_CATEGORIES } from "@/domain/services/category";

type Where = Pick<NewServiceProposal, "category" | "placeId"> & { areaId?: string | undefined };

/** The area that was chosen because the service has no place of its own; null where a place was, or an address given. */
export function chosenArea({ placeId, areaId }: Omit<Where, "category">): string | null {
  return placeId === null && areaId ? areaId : null;
}

/** Whether a service gets an area and no place: its kind of care comes to patients, or its author chose the area. */
export function isServingArea(proposal: Where): boolean {
  return SERVES_AREA_CATEGORIES.has(proposal.category) || chosenArea(proposal) !== null;
}
