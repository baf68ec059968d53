import { migrateDatabase } from "./migrate";
import { countForPlanner } from "./statistics";

/**
 * Migrates a database, and has the planner count its tables where anything changed: PostgreSQL never counts a new table that
 * stays empty by itself, and took a tenth of a second's query for four seconds' until it was told.
 * @param ownerUrl postgres:// address of a login that owns the database
 * @param folder of the migrations
 * @returns how many migrations were applied now
 * @throws the error of PostgreSQL; every migration is rolled back with it
 */
export async function bringUpToDate(ownerUrl: string, folder: string): Promise<number> {
  const applied = await migrateDatabase(ownerUrl, folder);
  if (applied > 0) await countForPlanner(ownerUrl);
  return applied;
}
