import { isNotNull, notInArray, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { checks } from "@/db/schema/places";
import { sources } from "@/db/schema/sources";

/** For a query of `checks`: one whose source is withheld says nothing at present. */
export function isCheckCounted(db: Db): SQL {
  const withheld = db.select({ id: sources.id }).from(sources).where(isNotNull(sources.withheldAt));
  return notInArray(checks.sourceId, withheld);
}
