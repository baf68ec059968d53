import { getDb } from "@/db/client";
import { findAreasByCode } from "@/db/queries/areas";
import type { AreaSummary } from "@/domain/areas/area-page";
import { findPostcode } from "@/server/look-up/find-postcode";

/** The constituencies that an outward code lies in, the largest part first; none for anything else. */
export async function loadPartial(outcode: string): Promise<AreaSummary[]> {
  const answer = findPostcode(outcode);
  if (answer.status !== "partial") return [];
  const codes = answer.constituencies.map((part) => part.code);
  const areas = await findAreasByCode(getDb(), "constituency", codes);
  return areas.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}
