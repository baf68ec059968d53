import { databaseUrls, openDb } from "@/db/client";
import { countForPlanner } from "@/db/statistics";
import { settings } from "@/env";
import { loadShippedData } from "@/server/starter/load-shipped-data";

/**
 * Loads what ships, for scripts/run.ts, in a process of its own: the garbage of a load is several times what a server ever makes, and
 * with a server's room for young objects a quarter of the work would be looking through it. Says how it went over its channel.
 */
async function load(): Promise<string> {
  const { url, ownerUrl, role } = databaseUrls();
  const { db, close } = openDb({ url, role, deadlineMs: 10 * 60_000, size: 2, isLoad: true });
  try {
    const outcome = await loadShippedData(db, { registers: settings().LOAD_REGISTERS === "yes" });
    if (outcome === "loaded before") return "already there";
  } finally {
    await close();
  }
  await countForPlanner(ownerUrl);
  return "loaded";
}

process.on("disconnect", () => process.exit(1)); // whoever waits for it is gone
load().then(
  (outcome) => process.send?.(outcome, () => process.exit(0)),
  (error: unknown) => {
    console.error(error instanceof Error ? `  ${error.message}` : error);
    process.exit(1);
  },
);
