import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { services } from "@/db/schema/services";
import type { ServiceCategory } from "@/domain/services/category";
import { PINNED_VISIBILITIES } from "@/domain/services/service";

/** The services at a place that are shown with it, for those that are called after it. */
export async function listServicesNamedAfter(
  db: Db,
  placeId: string,
): Promise<{ id: string; name: string; category: ServiceCategory }[]> {
  return db
    .select({ id: services.id, name: services.name, category: services.category })
    .from(services)
    .where(and(eq(services.placeId, placeId), inArray(services.visibility, [...PINNED_VISIBILITIES])))
    .orderBy(asc(services.id));
}
