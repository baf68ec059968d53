import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { isNamed } from "@/db/queries/visible";
import { placeAddresses, places, providers } from "@/db/schema/places";
import type { LegalForm } from "@/domain/providers/legal-form";

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
    .where(and(anyOf(places.id, placeIds), isNamed(places.visibility)));
  const forms = await db
    .select({ id: providers.id, legalForm: providers.legalForm })
    .from(providers)
    .where(and(anyOf(providers.id, providerIds), isNamed(providers.visibility)));
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
