import { and, eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, places, providers } from "@/db/schema/places";
import type { LegalForm } from "@/domain/providers/legal-form";

const oneOf = (column: PgColumn, ids: readonly string[]) =>
  sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/**
 * What the public record says of the places and providers that rows were matched with, by id, so that whoever approves can
 * tell whether they are the right ones: the main address in one line, and the legal form.
 */
export async function findMatchedFacts(
  db: Db,
  { placeIds, providerIds }: { placeIds: readonly string[]; providerIds: readonly string[] },
): Promise<{ addresses: Map<string, string>; forms: Map<string, LegalForm> }> {
  const addresses = await db
    .select({
      id: places.id,
      lines: placeAddresses.lines,
      town: placeAddresses.town,
      postcode: placeAddresses.postcode,
    })
    .from(places)
    .innerJoin(placeAddresses, and(eq(placeAddresses.placeId, places.id), eq(placeAddresses.isMain, true)))
    .where(and(oneOf(places.id, placeIds), isNamed(places.visibility)));
  const forms = await db
    .select({ id: providers.id, legalForm: providers.legalForm })
    .from(providers)
    .where(and(oneOf(providers.id, providerIds), isNamed(providers.visibility)));
  return {
    addresses: new Map(
      addresses.map(({ id, lines, town, postcode }) => [
        id,
        [lines, town, postcode].filter(Boolean).join(", "),
      ]),
    ),
    forms: new Map(forms.flatMap(({ id, legalForm }) => (legalForm ? [[id, legalForm] as const] : []))),
  };
}
