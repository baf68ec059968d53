import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { providers } from "@/db/schema/places";
import { FORMER_NAMES } from "@/domain/providers/former-names";

/** What it is called, then what it went by. */
export function namesOfProvider(slug: string | null, names: readonly string[]): string[] {
  const former = slug === null ? [] : (FORMER_NAMES[slug] ?? []).map(({ name }) => name);
  return [...names, ...former];
}

/** The names of those that were merged into a provider. */
export async function findMergedNames(db: Db, providerId: string): Promise<string[]> {
  const rows = await db
    .select({ name: providers.name })
    .from(providers)
    .where(eq(providers.mergedInto, providerId))
    .orderBy(asc(providers.createdAt), asc(providers.id));
  return rows.map(({ name }) => name);
}
