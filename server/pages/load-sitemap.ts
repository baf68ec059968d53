import { getDb } from "@/db/client";
import { listPublicPaths, type PublicPath } from "@/db/queries/sitemap";

/** The pages of every public record and area, with the day the record was last confirmed where it has one. */
export function loadSitemap(): Promise<PublicPath[]> {
  return listPublicPaths(getDb());
}
