import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { storedSettings } from "@/db/schema/campaigners";

/** A setting as it was stored; undefined when nobody has set it. */
export async function findSetting<T>(db: Db, key: string): Promise<T | undefined> {
  const [row] = await db
    .select({ value: storedSettings.value })
    .from(storedSettings)
    .where(eq(storedSettings.key, key));
  return row?.value as T | undefined;
}

export async function saveSetting(db: Db, key: string, value: unknown): Promise<void> {
  await db
    .insert(storedSettings)
    .values({ key, value })
    .onConflictDoUpdate({
      target: storedSettings.key,
      set: { value: sql`excluded.value`, version: sql`${storedSettings.version} + 1` },
    });
}
