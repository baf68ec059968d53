import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { everythingPublic } from "@/server/records/testing-readers";
import { makeWorld } from "@/server/records/testing-world";

const db = testDb();

/** Ways in which the planner may read and join: which it takes changes with the statistics, as after a large import. */
const WAYS = ["hashjoin", "nestloop", "mergejoin", "seqscan", "indexscan", "bitmapscan", "sort", "hashagg"];

it("the public reads the same in the same order, however the database comes by it", {
  timeout: 60_000,
}, async () => {
  const world = await makeWorld(db);
  const before = await everythingPublic(db, world);
  for (const way of WAYS) {
    await db.execute(sql.raw(`set local enable_${way} = off`));
    expect(await everythingPublic(db, world), `without ${way}`).toBe(before);
    await db.execute(sql.raw(`set local enable_${way} = on`));
  }
});
