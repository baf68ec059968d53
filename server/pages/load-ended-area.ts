import { getDb } from "@/db/client";
import { findEndedArea } from "@/db/queries/areas";
import { AREA_KINDS } from "@/domain/areas/area";
import { soleSuccessor } from "@/domain/areas/area-history";
import type { EndedArea } from "@/domain/pages/area-page";

/** What stands where an area was: a page that explains, or the path of the one area that has all of it. */
export type EndedAreaAnswer = { kind: "explain"; area: EndedArea } | { kind: "moved"; path: string };

/** Undefined where there was no such area. */
export async function loadEndedArea(kind: string, slug: string): Promise<EndedAreaAnswer | undefined> {
  const known = AREA_KINDS.find((candidate) => candidate === kind);
  const area = known && (await findEndedArea(getDb(), known, slug));
  if (!area) return undefined;
  const heir = soleSuccessor(area.successors);
  // A seat's old name is what people know it by; a health body that was merged is explained, not jumped over.
  if (heir && area.kind === "constituency")
    return { kind: "moved", path: `/areas/${heir.kind}/${heir.slug}` };
  return { kind: "explain", area };
}
