import type { Db } from "@/db/client";
import { rebuildAfterChange } from "@/server/records/rebuild-after-change";
import { loadRegisters } from "@/server/starter/load-registers";
import { loadRegistrations } from "@/server/starter/load-registrations";
import { loadStarterData } from "@/server/starter/load-starter-data";
import { loadWaitingTimes } from "@/server/starter/load-waiting-times";

/** What a clone brings with it, in the order in which one refers to the other. Each loads itself once. */
const LOADERS: readonly Loader[] = [
  async (db) => (await loadStarterData(db)) === "loaded",
  (db) => loadRegisters(db),
  loadWaitingTimes,
  (db) => loadRegistrations(db),
];
type Loader = (db: Db) => Promise<boolean>;

/**
 * Loads everything the project ships: reference data, the starter services, the registers. Safe to call at every start.
 * Needs a connection whose deadline allows half a minute.
 * @param registers false leaves out everything but the starter services.
 */
export async function loadShippedData(
  db: Db,
  { registers }: { registers: boolean },
): Promise<"loaded" | "loaded before"> {
  await rebuildAfterChange(db); // before anything is added, so that a fresh clone has nothing to write twice
  let loaded = false;
  for (const load of registers ? LOADERS : LOADERS.slice(0, 1)) loaded = (await load(db)) || loaded;
  return loaded ? "loaded" : "loaded before";
}
