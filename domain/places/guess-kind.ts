import type { PlaceKind } from "@/domain/places/place";
import type { ServiceCategory } from "@/domain/services/category";

/** What a new place is, as far as its name or its category says so; "other" where neither does. */
export function placeKindOf(category: ServiceCategory, name: string): PlaceKind {
  if (category === "gp-practice") return "gp-practice";
  if (/\b(hospital|infirmary)\b/i.test(name)) return "hospital";
  if (/\bdiagnostic centre\b/i.test(name)) return "diagnostic-centre";
  if (/\bclinic\b/i.test(name)) return "clinic";
  return "other";
}
