import { and, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { providers } from "@/db/schema/places";

/** Providers that stand, by their number at Companies House. */
export async function findProvidersByNumber(
  db: Db,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const { id, companiesHouseNumber, mergedInto, visibility } = providers;
  const rows = await db
    .select({ id, number: companiesHouseNumber })
    .from(providers)
    .where(
      and(
        anyOf(companiesHouseNumber, new Set(numbers), "text"),
        isNull(mergedInto),
        notInArray(visibility, ["merged", "erased"]),
      ),
    )
    .orderBy(id);
  return new Map(rows.map((row) => [row.number ?? "", row.id]));
}
