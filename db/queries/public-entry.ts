import { and, eq, not, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { namesHiddenProvider, placeNamesHiddenProvider } from "@/db/queries/given-away";
import { placeIsNamed } from "@/db/queries/place-is-named";
import { projectedTable } from "@/db/queries/projections";
import { isNamed } from "@/db/queries/visible";
import { places } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import type { EntryType } from "@/domain/records/entry-path";
import type { Visibility } from "@/domain/services/service";

export type PublicEntry = { type: EntryType; id: string; slug: string; name: string; visibility: Visibility };

/** An entry that readers are shown, by its id or the name in its address: what a report may be about. */
export async function findPublicEntry(
  db: Db,
  type: EntryType,
  ref: string,
): Promise<PublicEntry | undefined> {
  const table = projectedTable(type);
  const [row] = await db
    .select({ id: table.id, slug: table.slug, name: table.name, visibility: table.visibility })
    .from(table)
    .where(
      and(
        or(eq(sql`${table.id}::text`, ref.toLowerCase()), eq(table.slug, ref)),
        isNamed(table.visibility),
        ...mayBeNamed(db, type),
      ),
    )
    .limit(1);
  return row && { type, ...row };
}

/** As on its own page: one that would name somebody who is off the site is told to nobody. */
function mayBeNamed(db: Db, type: EntryType): (SQL | undefined)[] {
  if (type === "place") return [not(placeNamesHiddenProvider(db, places.id))];
  if (type === "service") return [placeIsNamed(db), not(namesHiddenProvider(db, services.id))];
  return [];
}
