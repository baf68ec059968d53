import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sources } from "@/db/schema/sources";
import type { SourceRead } from "@/domain/claims/reading";
import { storedAddress } from "@/domain/sources/web-address";

export type NewSourceRow = typeof sources.$inferInsert;

/** Stores sources that are new. One with a key or an id that we know is left as it stands: what it said was said, or it was erased. */
export async function insertSources(db: Db, rows: readonly NewSourceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(sources)
    .values([...rows])
    .onConflictDoNothing();
}

/** Stores one source and returns its id. */
export async function insertSource(db: Db, row: NewSourceRow): Promise<string> {
  const [stored] = await db
    .insert(sources)
    .values({ ...row, url: storedAddress(row.url ?? null) })
    .returning({ id: sources.id });
  if (!stored) throw new Error("no source was stored");
  return stored.id;
}

/** A source as a page names it; undefined for one that is withheld. */
export async function findSource(
  db: Db,
  id: string,
): Promise<Pick<SourceRead, "title" | "publisher" | "url" | "publishedOn"> | undefined> {
  const { title, publisher, url, publishedOn } = sources;
  const [row] = await db
    .select({ title, publisher, url, publishedOn })
    .from(sources)
    .where(and(eq(sources.id, id), isNull(sources.withheldAt)));
  return row;
}

/** Source keys to ids, of those that are stored. */
export async function findSourceIdsByKey(db: Db, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ id: sources.id, key: sources.sourceKey })
    .from(sources)
    .where(inArray(sources.sourceKey, [...keys]));
  return new Map(rows.map(({ id, key }) => [key ?? "", id]));
}

/** How a source is cited, shown or not. */
export async function findCitation(db: Db, id: string) {
  const { title, publisher, url, publishedOn } = sources;
  const [row] = await db
    .select({ title, publisher, url, publishedOn })
    .from(sources)
    .where(eq(sources.id, id));
  return row;
}

/** The same, locked against a second writer; undefined where there is none. */
export async function lockSource(db: Db, id: string) {
  const { title, publisher, url, publishedOn, withheldAt } = sources;
  const [row] = await db
    .select({ title, publisher, url, publishedOn, withheldAt })
    .from(sources)
    .where(eq(sources.id, id))
    .for("update");
  return row;
}

/** Says anew how a source is cited. */
export async function updateSource(
  db: Db,
  id: string,
  words: { title: string; publisher: string; url: string | null; publishedOn: string | null },
): Promise<void> {
  await db.update(sources).set(words).where(eq(sources.id, id));
}
