import type { Db } from "@/db/client";
import { type LineRead, listLines } from "@/db/queries/service-lines";
import type { AboutEntry } from "@/domain/reports/change-form";

/** The lines of a service that can be corrected, as its page names them; of other entries there are none. */
export async function listLinesOf(db: Db, { type, id }: AboutEntry): Promise<LineRead[]> {
  return type === "service" ? listLines(db, id) : [];
}
