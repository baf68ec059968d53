import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { services } from "@/db/schema";
import { testDb } from "@/db/testing";
import { rebuildAfterChange } from "@/server/records/rebuild-after-change";
import { loadStarterData } from "@/server/starter/load-starter-data";

const db = testDb();

test("rows that an older rule wrote say what the rule of today makes of their claims, once", async () => {
  await loadStarterData(db);
  const warwickRoad = eq(services.slug, "gp-practice-at-warwick-road-surgery");
  await db.update(services).set({ lastConfirmedOn: "2025-09-26" }).where(warwickRoad);

  const rebuilt = await rebuildAfterChange(db);
  expect(rebuilt?.changed).toHaveLength(1);
  const [row] = await db.select().from(services).where(warwickRoad);
  expect(row?.lastConfirmedOn).toBe("2024-04-01");

  await db.update(services).set({ lastConfirmedOn: "2025-09-26" }).where(warwickRoad);
  expect(await rebuildAfterChange(db)).toBeUndefined();
}, 120_000);
