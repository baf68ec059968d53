import type { FoundName } from "@/domain/search/results";
import { describeSettlement, staticNames } from "./static-names";

/** A town, village or suburb by what stands in the address; null for anything else. */
export function loadTown(slug: unknown): Extract<FoundName, { kind: "settlement" }> | null {
  const settlement = typeof slug === "string" ? staticNames().bySlug.get(slug) : undefined;
  return settlement ? describeSettlement(settlement) : null;
}
