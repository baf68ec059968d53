import { databaseUrls, type OpenDb, openDb } from "@/db/client";
import { processWide } from "@/db/process-wide";
import type { Db } from "@/server/database";

const shared = processWide("import-db", (): { open?: OpenDb | undefined } => ({}));

/**
 * Connections whose deadline allows ten minutes: pages must answer at once, an import of twenty thousand rows cannot.
 * Two at most, so that imports never take the pages' own.
 */
export function importDb(): Db {
  shared.open ??= openDb({ ...databaseUrls(), deadlineMs: 10 * 60_000, size: 2 });
  return shared.open.db;
}

/** For scripts, which would never end otherwise. */
export async function closeImportDb(): Promise<void> {
  const { open } = shared;
  shared.open = undefined;
  await open?.close();
}
