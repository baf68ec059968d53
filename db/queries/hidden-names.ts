import { aliasedTable, and, eq, inArray, isNull, not, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { isNamed } from "@/db/queries/visible";
import { withholdings } from "@/db/schema/brake";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { HiddenNames } from "@/domain/claims/hide-quotes";

const placeThatStands = aliasedTable(places, "place_that_stands");
const providerThatStands = aliasedTable(providers, "provider_that_stands");

/**
 * Of the places, providers and services with these ids, those that may not be named, with their names, and every provider
 * that a moderator took off the site: one that no value points at can be named in a quotation all the same. A merged record
 * is hidden only when the one that stands for it is. For taking names out of quotes: what this returns is never shown.
 */
export async function findHiddenNames(db: Db, ids: readonly string[]): Promise<HiddenNames> {
  if (ids.length === 0) return new Map((await findWithheldNames(db)).map(({ id, name }) => [id, name]));
  const wanted = [...new Set(ids)];
  const [withheld, ofServices, ofPlaces, ofProviders] = await Promise.all([
    findWithheldNames(db),
    db
      .select({ id: services.id, name: services.name })
      .from(services)
      .where(and(inArray(services.id, wanted), not(isNamed(services.visibility)))),
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
  const hidden = [...withheld, ...ofServices, ...ofPlaces, ...ofProviders];
  return new Map(hidden.map(({ id, name }) => [id, name]));
}

/** Names of providers that the brake holds, and of those merged into them. */
function findWithheldNames(db: Db): Promise<{ id: string; name: string }[]> {
  const { recordId, recordType, restoredAt } = withholdings;
  return db
    .select({ id: providers.id, name: providers.name })
    .from(withholdings)
    .innerJoin(providers, or(eq(providers.id, recordId), eq(providers.mergedInto, recordId)))
    .where(and(eq(recordType, "provider"), isNull(restoredAt)));
}
