import { asc, like } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertRows } from "@/db/queries/insert-rows";
import { datasets } from "@/db/schema";
import { testDb } from "@/db/testing";

const db = testDb("owner");
const rowOf = (key: string, rows: number) => ({
  key,
  title: `"${key}" \\ 'quoted'`,
  publisher: "Somebody",
  licence: "OGL",
  attribution: "Somebody",
  url: "https://example.org/",
  vintage: "2026",
  rows,
  contentHash: "0",
});
const kept = () =>
  db
    .select({ key: datasets.key, title: datasets.title, rows: datasets.rows })
    .from(datasets)
    .where(like(datasets.key, "t-%"))
    .orderBy(asc(datasets.key));

test("a row that is there is written over in the columns that were named, and an error where none were", async () => {
  await insertRows(db, datasets, [rowOf("t-a", 1), rowOf("t-b", 1)]);
  const over = { of: [datasets.key], set: [datasets.rows] };
  await insertRows(db, datasets, [{ ...rowOf("t-b", 2), title: "Another" }, rowOf("t-c", 2)], over);
  expect(await kept()).toEqual([
    { key: "t-a", title: `"t-a" \\ 'quoted'`, rows: 1 },
    { key: "t-b", title: `"t-b" \\ 'quoted'`, rows: 2 },
    { key: "t-c", title: `"t-c" \\ 'quoted'`, rows: 2 },
  ]);
  await expect(db.transaction((inner) => insertRows(inner, datasets, [rowOf("t-a", 3)]))).rejects.toThrow();
  await insertRows(db, datasets, []);
  expect(await kept()).toHaveLength(3);
});
