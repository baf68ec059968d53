import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "./client";
import { freshDatabase, testDb } from "./testing";

const db = testDb();
const owner = testDb("owner");

const roleOf = async (database: typeof db) => {
  const [row] = await database.execute<{ role: string }>(sql`select current_user as role`);
  return row?.role;
};

test("the application and the owner are two roles", async () => {
  expect(await roleOf(db)).toBe("nhs_map_app");
  expect(await roleOf(owner)).toBe("nhs_map_owner");
});

test("the application cannot make tables", async () => {
  const attempt = inTransaction(db, (inner) => inner.execute(sql`create table public.mine (id int)`));
  await expect(attempt).rejects.toMatchObject({ code: "42501" });
});

test.each([1, 2])("what a test writes is gone in the next one (%i)", async () => {
  await owner.execute(sql`create table public.notes (id int)`);
  const found = await owner.execute(sql`select * from public.notes`);
  expect(found).toHaveLength(0);
});

test("a nested transaction is a savepoint: its failure leaves the outer one usable", async () => {
  await owner.execute(sql`create table public.notes (id int)`);
  await inTransaction(owner, async (outer) => {
    await outer.execute(sql`insert into public.notes values (1)`);
    const inner = inTransaction(outer, async (nested) => {
      await nested.execute(sql`insert into public.notes values (2)`);
      throw new Error("no");
    });
    await expect(inner).rejects.toThrow("no");
  });
  const rows = await owner.execute<{ id: number }>(sql`select id from public.notes`);
  expect(rows.map((row) => row.id)).toEqual([1]);
});

test("a fresh database keeps what is committed, and others do not see it", async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  await one.ownerDb.execute(sql`create table public.notes (id int)`);
  const tables = sql`select 1 from pg_tables where tablename = 'notes'`;
  expect(await one.db.execute(tables)).toHaveLength(1);
  expect(await two.db.execute(tables)).toHaveLength(0);
  await Promise.all([one.close(), two.close()]);
});
