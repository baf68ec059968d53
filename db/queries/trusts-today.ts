import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isNamed } from "@/db/queries/visible";
import { placeIdentifiers, places } from "@/db/schema/places";

/** The names of those NHS trusts among these codes that the register of trusts lists today, by code. */
export async function findTrustsToday(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const { code, scheme, validTo, isListed, placeId } = placeIdentifiers;
  const rows = await db
    .select({ code, name: places.name })
    .from(placeIdentifiers)
    .innerJoin(places, eq(places.id, placeId))
    .where(
      and(
        eq(places.kind, "trust-headquarters"),
        eq(scheme, "ods-organisation"),
        eq(isListed, true),
        or(isNull(validTo), sql`${validTo} >= current_date`),
        isNamed(places.visibility),
        anyOf(code, [...new Set(codes)], "text"),
      ),
    );
  return new Map(rows.map((row) => [row.code, row.name]));
}
