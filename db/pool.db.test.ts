import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { DatabaseUnavailableError } from "@/domain/errors";
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

test("a transaction goes on when the clock of the day is put forward, and its deadline is kept when it is put back", async () => {
  const fresh = await freshDatabase();
  const { db, close } = openDb({ url: fresh.url, size: 1, deadlineMs: 2000 });
  const now = Date.now();
  try {
    const clock = vi.spyOn(Date, "now");
    const forward = db.transaction(async (inner) => {
      clock.mockReturnValue(now + 3_600_000);
      return [...(await inner.execute(sql`select 1 as n`))];
    });
    expect(await forward).toEqual([{ n: 1 }]);
    clock.mockReturnValue(now - 3_600_000);
    await expect(db.execute(sql`select pg_sleep(3)`)).rejects.toBeInstanceOf(DatabaseUnavailableError);
  } finally {
    vi.restoreAllMocks();
    await close();
    await fresh.close();
  }
});

test("a query that comes again and again is kept prepared by its connection, with the same answers", async () => {
  const fresh = await freshDatabase({ size: 1 });
  try {
    const answers: number[] = [];
    for (let use = 1; use <= 7; use += 1) {
      const [row] = await fresh.db.execute<{ twice: number }>(sql`select ${use}::int * 2 as twice`);
      answers.push(row?.twice ?? 0);
    }
    expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
    const kept = await fresh.db.execute<{ statement: string }>(
      sql`select statement from pg_prepared_statements`,
    );
    expect(kept.map(({ statement }) => statement)).toContain("select $1::int * 2 as twice");
  } finally {
    await fresh.close();
  }
});

test("a load looks rows up by their index, though nobody has counted them; pages leave that to the planner", async () => {
  const fresh = await freshDatabase();
  const loading = openDb({ url: fresh.url, size: 1, isLoad: true });
  const reading = openDb({ url: fresh.url, size: 1 });
  try {
    const ask = sql`select current_setting('enable_seqscan') as scans`;
    expect([...(await loading.db.execute(ask)), ...(await reading.db.execute(ask))]).toEqual([
      { scans: "off" },
      { scans: "on" },
    ]);
  } finally {
    await loading.close();
    await reading.close();
    await fresh.close();
  }
});
