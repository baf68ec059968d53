import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeArea } from "./factories";
import { countForPlanner } from "./statistics";
import { freshDatabase } from "./testing";

test("the planner knows how much is in the tables as soon as they were counted", async () => {
  const fresh = await freshDatabase();
  try {
    await makeArea(fresh.ownerDb);
    const known = async () =>
      [
        ...(await fresh.ownerDb.execute<{ rows: number }>(
          sql`select reltuples::int as rows from pg_class where relname = 'areas'`,
        )),
      ][0]?.rows;
    expect(await known()).toBe(-1);
    await countForPlanner(fresh.ownerUrl);
    expect(await known()).toBe(1);
  } finally {
    await fresh.close();
  }
});
