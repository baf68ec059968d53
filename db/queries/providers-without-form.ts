import { and, eq, isNull, notExists } from "drizzle-orm";
import type { Db } from "@/db/client";
import { claims } from "@/db/schema";
import { providers } from "@/db/schema/places";

/** Providers of which nothing says, or ever said, what they are in law: what was said and taken back is not said again by a register. */
export async function findProvidersWithoutForm(db: Db): Promise<Set<string>> {
  const said = db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.recordId, providers.id), eq(claims.field, "legal-form")));
  const rows = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(isNull(providers.legalForm), isNull(providers.mergedInto), notExists(said)));
  return new Set(rows.map(({ id }) => id));
}
