import { databaseUrls, openDb } from "@/db/client";
import { countForPlanner } from "@/db/statistics";
import { settings } from "@/env";
import { loadShippedData } from "@/server/starter/load-shipped-data";

/** Loads what ships and is not there yet. @returns what happened, in words. */
export async function loadShipped(): Promise<string> {
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
