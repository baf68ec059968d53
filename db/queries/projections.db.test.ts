import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { makeProvider } from "@/db/factories";
import { lockRecords } from "@/db/queries/projections";
import { type FreshDatabase, freshDatabase } from "@/db/testing";

const [LOW, HIGH] = ["00000000-0000-4000-8000-000000000001", "ffffffff-0000-4000-8000-000000000002"];
let site: FreshDatabase;
beforeAll(async () => {
  site = await freshDatabase({ deadlineMs: 60_000, size: 4 });
}, 120_000);
afterAll(() => site.close(), 120_000);

/** In one order two writers of the same records wait for each other; in their own each could hold what the other needs. */
it("records are locked by id, however they are asked for and wherever they lie", async () => {
  const { db } = site;
  // The higher id lies first, and is what a reader of the whole table meets first.
  for (const id of [HIGH, LOW]) await makeProvider(db, { id });
  const lock = (id: string, how = sql``) => sql`select id from providers where id = ${id} for update ${how}`;
  const second = await inTransaction(db, async (first) => {
    await first.execute(lock(LOW));
    const locked = inTransaction(db, async (transaction) => {
      await transaction.execute(sql`set local enable_indexscan = off`);
      await transaction.execute(sql`set local enable_bitmapscan = off`);
      return lockRecords(transaction, "provider", [HIGH, LOW]);
    });
    for (let isWaiting = false; !isWaiting; ) {
      const [row] = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      isWaiting = Number(row?.n) > 0;
    }
    // Whoever waits for the lower id does not hold the higher one yet: who has the lower can take it.
    expect(await first.execute(lock(HIGH, sql`nowait`))).toHaveLength(1);
    return { locked };
  });
  expect([...(await second.locked).keys()]).toEqual([LOW, HIGH]);
});
