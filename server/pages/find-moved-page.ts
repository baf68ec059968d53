import { getDb } from "@/db/client";
import { findNewSlug, type PagedType } from "@/db/queries/redirects";
import { entryPath } from "@/domain/records/entry-path";

/** Path of the page that took over from one that is gone (merged or renamed); undefined when there is none. */
export async function findMovedPage(type: PagedType, slug: string): Promise<string | undefined> {
  const target = await findNewSlug(getDb(), type, slug);
  return target && target !== slug ? entryPath(type, target) : undefined;
}
