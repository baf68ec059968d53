import { databaseUrls, type OpenDb, openDb } from "@/db/client";
import type { Db } from "@/server/database";

// Next bundles this module more than once in one process; the connections must not multiply with it.
const shared = globalThis as unknown as Record<symbol, OpenDb | undefined>;
const key = Symbol.for("nhs-map.import-db");

/**
 * Connections whose deadline allows ten minutes: pages must answer at once, an import of twenty thousand rows cannot.
 * Two at most, so that imports never take the pages' own.
 */
export function importDb(): Db {
  shared[key] ??= openDb({ ...databaseUrls(), deadlineMs: 10 * 60_000, size: 2 });
  return shared[key].db;
}

/** For scripts, which would never end otherwise. */
export async function closeImportDb(): Promise<void> {
  const open = shared[key];
  shared[key] = undefined;
  await open?.close();
}
