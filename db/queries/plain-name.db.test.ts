import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { plainNameOf, sameName } from "@/db/queries/plain-name";
import { testDb } from "@/db/testing";
import { NAME_CASES, WRITTEN_CASES } from "@/domain/names/testing-name-cases";

const db = testDb();

it.each(NAME_CASES)("%j is compared in SQL as %j", async (written, plain) => {
  const [row] = await db.execute(sql`select ${plainNameOf(sql`${written}::text`)} as plain`);
  expect(row?.plain).toBe(plain);
});

it.each(WRITTEN_CASES)("%j and %j are written alike in SQL: %j", async (one, other, isSame) => {
  const [row] = await db.execute(sql`select ${sameName(sql`${one}::text`, other)} as same`);
  expect(row?.same).toBe(isSame);
});
