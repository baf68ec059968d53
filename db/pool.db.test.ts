import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDb } from "./client";
import { freshDatabase } from "./testing";

test("an answer is whole after one that broke off among its rows, alone and in a transaction", async () => {
  const fresh = await freshDatabase();
  const { db, close } = openDb({ url: fresh.url, size: 1 });
  try {
    const breaksOff = sql`select 1 / (1000 - n) as n from generate_series(1, 2000) n`;
    const three = sql`select n from generate_series(1, 3) n`;
    const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
    await expect(db.execute(breaksOff)).rejects.toMatchObject({ code: "22012" });
    expect([...(await db.execute(three))]).toEqual(rows);
    const failed = db.execute(breaksOff).catch(() => "failed");
    const after = db.execute(three);
    expect([await failed, [...(await after)]]).toEqual(["failed", rows]);
    await db.transaction(async (outer) => {
      await expect(outer.transaction((inner) => inner.execute(breaksOff))).rejects.toThrow();
      expect([...(await outer.execute(three))]).toEqual(rows);
    });
  } finally {
    await close();
    await fresh.close();
  }
});
