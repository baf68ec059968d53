import { getDb } from "@/db/client";
import { findAreasBySlug } from "@/db/queries/areas";
import type { AreaSummary } from "@/domain/pages/area-page";

/** The constituencies to choose between, in the order of the address; none when one of them is not known. */
export async function loadChoice(slugs: readonly string[]): Promise<AreaSummary[]> {
  const areas = await findAreasBySlug(getDb(), "constituency", slugs);
  return areas.length === slugs.length ? areas : [];
}
