import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { erasedSources } from "@/db/schema/erased";

/** When the words of a source were erased; undefined while they were not. */
export async function findErasedSource(db: Db, id: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: erasedSources.erasedAt })
    .from(erasedSources)
    .where(eq(erasedSources.sourceId, id));
  return row?.at;
}

/** Marks a source as erased: after this the owner's function empties its words. */
export async function insertErasedSource(db: Db, row: typeof erasedSources.$inferInsert): Promise<void> {
  await db.insert(erasedSources).values(row);
}

/** How many other sources with the same words are named at most. */
const MOST_OTHERS = 20;

/**
 * Other sources that have the title or a quotation of this one within their own: what they say is left to them when its words are erased.
 * As the owner's function looks: texts of eight letters or more, and none that we wrote in place of others.
 */
export async function listSourcesOfSameWords(
  db: Db,
  id: string,
): Promise<{ others: { id: string; title: string }[]; more: number }> {
  const rows = await db.execute<{ id: string; title: string; total: number }>(sql`
    with its as (
      select said from (
        select title as said from sources where id = ${id}::uuid
        union select says from claims where source_id = ${id}::uuid) as words
      where length(said) >= 8 and said not like '% left out by a moderator%' and said not like 'Worked out from %')
    select other.id, other.title, count(*) over ()::int as total from sources other
    where other.id <> ${id}::uuid and (
      exists (select 1 from its where strpos(other.title, its.said) > 0)
      or other.id in (select claim.source_id from claims claim, its where strpos(claim.says, its.said) > 0))
    order by other.title, other.id limit ${MOST_OTHERS}`);
  return {
    others: rows.map(({ id: other, title }) => ({ id: other, title })),
    more: Math.max(0, (rows[0]?.total ?? 0) - MOST_OTHERS),
  };
}

export async function eraseSourceWords(db: Db, id: string): Promise<void> {
  await db.execute(sql`select erase_source_words(${id}::uuid)`);
}
