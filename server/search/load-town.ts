import type { FoundName } from "@/domain/search/results";
import { describeCounty, describeSettlement, staticNames } from "./static-names";

/** A town, village or suburb by what stands in the address; null for anything else. */
export function loadTown(slug: unknown): Extract<FoundName, { kind: "settlement" }> | null {
  const settlement = typeof slug === "string" ? staticNames().bySlug.get(slug) : undefined;
  return settlement ? describeSettlement(settlement) : null;
}

/** A county by what stands in the address; null for anything else. */
export function loadCounty(slug: unknown): Extract<FoundName, { kind: "county" }> | null {
  const county = typeof slug === "string" ? staticNames().counties.get(slug) : undefined;
  return county ? describeCounty(county) : null;
}
