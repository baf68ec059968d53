import { aliasedTable, and, inArray, not, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { places, providers } from "@/db/schema/places";
import type { HiddenNames } from "@/domain/claims/hide-quotes";

const placeThatStands = aliasedTable(places, "place_that_stands");
const providerThatStands = aliasedTable(providers, "provider_that_stands");

/**
 * Of the places and providers with these ids, those that may not be named, with their names. A merged record is hidden
 * only when the one that stands for it is. For taking names out of quotes: what this returns is never shown.
 */
export async function findHiddenNames(db: Db, ids: readonly string[]): Promise<HiddenNames> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const [ofPlaces, ofProviders] = await Promise.all([
    db
      .select({ id: places.id, name: places.name })
      .from(places)
      .innerJoin(placeThatStands, sql`${placeThatStands.id} = coalesce(${places.mergedInto}, ${places.id})`)
      .where(and(inArray(places.id, wanted), not(isNamed(placeThatStands.visibility)))),
    db
      .select({ id: providers.id, name: providers.name })
      .from(providers)
      .innerJoin(
        providerThatStands,
        sql`${providerThatStands.id} = coalesce(${providers.mergedInto}, ${providers.id})`,
      )
      .where(and(inArray(providers.id, wanted), not(isNamed(providerThatStands.visibility)))),
  ]);
  return new Map([...ofPlaces, ...ofProviders].map(({ id, name }) => [id, name]));
}
