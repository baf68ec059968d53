import type { Filling } from "@/db/testing";
import { loadShippedData } from "@/server/starter/load-shipped-data";
import { loadStarterData } from "@/server/starter/load-starter-data";

/** For tests that begin where a fresh start does: the starter services, without the registers. */
export const STARTER: Filling = { name: "starter", fill: loadStarterData };

/** Everything that the project ships. */
export const SHIPPED: Filling = {
  name: "shipped",
  fill: (db) => loadShippedData(db, { registers: true }),
};
