import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DatabaseBusyError } from "@/domain/errors";
import { type OpenDb, openDb } from "./client";
import { type FreshDatabase, freshDatabase } from "./testing";

let site: FreshDatabase;
let server: OpenDb;
beforeAll(async () => {
  site = await freshDatabase();
  server = openDb({ url: site.url, size: 2, deadlineMs: 60_000 });
}, 120_000);
afterAll(async () => {
  await server.close();
  await site.close();
}, 120_000);

test("a record that another transaction holds for too long is busy, which says that trying again helps", async () => {
  const { db } = server;
  await db.transaction(async (holder) => {
    await holder.execute(sql`lock table reports in access exclusive mode`);
    const waits = db.transaction(async (other) => {
      await other.execute(sql`set local lock_timeout = '1ms'`);
      await other.execute(sql`select 1 from reports`);
    });
    await expect(waits).rejects.toBeInstanceOf(DatabaseBusyError);
  });
}, 60_000);
