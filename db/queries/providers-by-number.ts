import { and, isNull, notInArray } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { providers } from "@/db/schema/places";

/** The numbers at Companies House of these providers, by id; those without one are left out. */
export async function findCompanyNumbers(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { id, companiesHouseNumber: number } = providers;
  const rows = await db
    .select({ id, number })
    .from(providers)
    .where(anyOf(id, new Set(ids)));
  return new Map(rows.flatMap((row) => (row.number === null ? [] : [[row.id, row.number] as const])));
}

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
