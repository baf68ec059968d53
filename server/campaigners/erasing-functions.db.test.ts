import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type Db, inTransaction } from "@/db/client";
import { auditPayloads } from "@/db/schema";
import { testDb } from "@/db/testing";
import { systemActor } from "@/domain/actor";
import { audit } from "@/server/audit";

const db = testDb();
const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const FUNCTIONS = ["erase_report_texts", "erase_campaigner_texts", "erase_sent_texts"] as const;

beforeEach(async () => {
  await audit(db, systemActor("test"), "record.withheld", { type: "service", id: ID }, { reason: "Told." });
});

/** Tables of the caller's own, called as those that the functions look at, in which everything is marked as erased. */
async function shadow(inner: Db) {
  await inner.execute(sql`create temp table reports as select ${ID}::uuid as id, now() as erased_at`);
  await inner.execute(sql`create temp table campaigners as select ${ID}::uuid as id, now() as erased_at`);
  for (const name of ["complaints", "tips"])
    await inner.execute(
      sql`create temp table ${sql.identifier(name)} as select ${ID}::uuid as id, now() as erased_at`,
    );
  await inner.execute(
    sql`create temp table audit_entries as
      select number, t as subject_type, ${ID}::text as subject_id, ${ID}::text as actor_id
      from public.audit_entries, unnest(array['report', 'campaigner', 'complaint']) t`,
  );
}

describe.each(FUNCTIONS)("%s, which runs with the rights of its owner,", (name) => {
  it("is not led to temporary tables of whoever calls it", async () => {
    const called = inTransaction(db, async (inner) => {
      await shadow(inner);
      await inner.execute(sql`select ${sql.identifier(name)}(${ID}::uuid)`);
    });
    await expect(called).rejects.toThrow();
    expect(await db.$count(auditPayloads)).toBe(1);
  });
});

it("erase_record_texts, which takes a list, is not led there either", async () => {
  const called = inTransaction(db, async (inner) => {
    await inner.execute(sql`create temp table erased_records as select ${ID}::uuid as record_id`);
    await inner.execute(sql`select erase_record_texts(array[${ID}]::uuid[])`);
  });
  await expect(called).rejects.toThrow();
  expect(await db.$count(auditPayloads)).toBe(1);
});

it("every function that runs with its owner's rights looks for temporary tables last", async () => {
  const rows = await db.execute<{ name: string; path: string[] | null }>(
    sql`select proname as name, proconfig as path from pg_proc
      where prosecdef and pronamespace = 'public'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const { path } of rows) expect(path).toEqual(["search_path=pg_catalog, pg_temp"]);
});
