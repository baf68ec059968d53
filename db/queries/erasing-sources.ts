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

export async function eraseSourceWords(db: Db, id: string): Promise<void> {
  await db.execute(sql`select erase_source_words(${id}::uuid)`);
}
