import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batches } from "@/db/schema/sources";

type BatchRow = typeof batches.$inferSelect;
type NewBatchRow = typeof batches.$inferInsert;

export async function insertBatch(db: Db, row: NewBatchRow): Promise<string> {
  const [stored] = await db.insert(batches).values(row).returning({ id: batches.id });
  if (!stored) throw new Error("no batch was stored");
  return stored.id;
}

/** The batch that carried exactly this content, if it was ever imported. */
export async function findBatchByHash(db: Db, contentHash: string): Promise<BatchRow | undefined> {
  const [row] = await db.select().from(batches).where(eq(batches.contentHash, contentHash));
  return row;
}
