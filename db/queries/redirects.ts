import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { isNamed } from "@/db/queries/visible";
import { places, providers } from "@/db/schema/places";
import { services, slugHistory } from "@/db/schema/services";

const TABLES = { service: services, place: places, provider: providers };
export type PagedType = keyof typeof TABLES;

/**
 * Where an address that no longer has a page leads: the record it was merged into, or the same record under a newer
 * name. Undefined when there is nothing public to lead to: the address alone may say a name that readers are not told.
 */
export async function findNewSlug(db: Db, type: PagedType, slug: string): Promise<string | undefined> {
  const table = TABLES[type];
  const target = alias(table as typeof places, "target");
  // From the one it was merged into to the one that stands; `union` ends a chain that leads back to itself.
  const find = (from: SQL) =>
    db
      .select({ slug: target.slug })
      .from(target)
      .where(
        and(
          sql`${target.id} in (
            with recursive chain(id) as (
              ${from}
              union
              select merged.merged_into from ${table} merged join chain on chain.id = merged.id
              where merged.visibility = 'merged')
            select id from chain)`,
          isNamed(target.visibility),
          hasPage(db, type, target.id),
        ),
      );
  const [merged] = await find(
    sql`select ${table.mergedInto} from ${table} where ${table.slug} = ${slug} and ${table.visibility} = 'merged'`,
  );
  if (merged) return merged.slug;
  const [renamed] = await find(
    sql`(select ${slugHistory.recordId} from ${slugHistory}
        where ${eq(slugHistory.recordType, type)} and ${slugHistory.slug} = ${slug} limit 1)`,
  );
  return renamed?.slug;
}

function hasPage(db: Db, type: PagedType, id: PgColumn): SQL | undefined {
  if (type === "provider") return undefined;
  if (type === "place") return not(placeNamesHiddenProvider(db, id));
  const named = db.select({ id: services.id }).from(services).where(placeIsNamed(db));
  return and(inArray(id, named), not(namesHiddenProvider(db, id)));
}
