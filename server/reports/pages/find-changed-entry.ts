import type { Db } from "@/db/client";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import type { CorrectableType } from "@/domain/reports/change-proposals";

/** The entry that a report about it begins at, by the name in its address; undefined when readers are not shown it. */
export async function findChangedEntry(
  db: Db,
  type: CorrectableType,
  slug: string,
): Promise<PublicEntry | undefined> {
  return findPublicEntry(db, type, slug);
}
