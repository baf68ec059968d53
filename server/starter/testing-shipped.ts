import { afterAll, beforeAll, vi } from "vitest";
import { closeDb } from "@/db/client";
import { type Filling, type FreshDatabase, freshDatabase } from "@/db/testing";
import { loadShippedData } from "@/server/starter/load-shipped-data";
import { loadStarterData } from "@/server/starter/load-starter-data";

/** For tests that begin where a fresh start does: the starter services, without the registers. */
export const STARTER: Filling = { name: "starter", fill: loadStarterData };

/** Everything that the project ships. */
export const SHIPPED: Filling = {
  name: "shipped",
  fill: (db) => loadShippedData(db, { registers: true }),
};

/**
 * For tests that only read: everything that the project ships, by the connections of the pages themselves. What they keep
 * between two definitions is kept, so that a hundred questions take seconds, and a sum that is wrong because of it is seen.
 */
export function servePagesOfShippedData(): void {
  let own: FreshDatabase;
  beforeAll(async () => {
    own = await freshDatabase({ filling: SHIPPED });
    vi.stubEnv("DATABASE_URL", own.url);
    vi.stubEnv("DATABASE_OWNER_URL", own.ownerUrl);
    vi.stubEnv("DATABASE_DEADLINE_MS", "60000");
  }, 240_000);
  afterAll(async () => {
    await closeDb();
    vi.unstubAllEnvs();
    await own.close();
  });
}
