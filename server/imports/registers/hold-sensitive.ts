import type { RowDecision } from "@/domain/imports/outcome";
import type { ServiceCategory } from "@/domain/services/category";
import { remarksOnSensitive } from "@/server/imports/engine/sensitive-row";
import type { PlannedRegisterItem, RegisterItem } from "@/server/imports/registers/register-item";

/** Facts that tell readers where something is. */
const TELLING: readonly string[] = ["name", "address"];

/**
 * A planned item as it may be published: one that would publish a name or an address which speaks of care shown by area only is
 * refused until its importer says that it is none. A register does not say what kind of care its places give.
 */
export function holdSensitive(
  planned: PlannedRegisterItem,
  decision: RowDecision,
  isHidden: (category: ServiceCategory) => boolean,
): PlannedRegisterItem {
  const { item, outcome, plan, warnings } = planned;
  const isPublished = outcome === "new" || plan.changes.some(({ field }) => TELLING.includes(field));
  if (outcome === "refused" || !isPublished) return planned;
  const remarks = remarksOnSensitive([plan.service.name, ...textsOf(item)], decision, isHidden);
  return remarks.problems.length > 0
    ? { ...planned, outcome: "refused", problems: remarks.problems, warnings: [], draft: null }
    : { ...planned, warnings: [...warnings, ...remarks.warnings] };
}

function textsOf(item: RegisterItem): string[] {
  if ("place" in item) {
    const { name, address, parents } = item.place;
    return [name, address.lines, address.town, ...parents.map((parent) => parent.name)];
  }
  if ("branch" in item) return [item.branch.name, item.branch.address.lines, item.branch.address.town];
  return [];
}

/** A row of which nobody said that it is no such care, as it is kept when its import is over: without what it is called and where. */
export function withoutSensitive(item: RegisterItem): RegisterItem {
  const address = { lines: "", town: "", postcode: "", lon: null, lat: null, precision: null };
  if ("place" in item) return { ...item, slug: "", place: { ...item.place, name: "", address, parents: [] } };
  return "branch" in item ? { ...item, branch: { ...item.branch, name: "", address } } : item;
}
