import { expect, test } from "vitest";
import { openDb } from "@/db/client";
import { datasets } from "@/db/schema";
import { testDb } from "@/db/testing";
import { loadHealth } from "./load-health";

const db = testDb();

test("a database that answers is well, with the number of its newest publication", async () => {
  expect(await loadHealth(db)).toMatchObject({ status: "ok", publication: expect.any(Number) });
});

test("says how old each dataset in the database is", async () => {
  await db.insert(datasets).values({
    key: "postcodes",
    title: "Postcodes",
    publisher: "A publisher",
    licence: "A licence",
    attribution: "Postcodes: a publisher.",
    url: "https://example.org/",
    vintage: "2025-10",
    rows: 1,
    contentHash: "ab",
  });
  expect(await loadHealth(db)).toMatchObject({ vintages: { postcodes: "2025-10" } });
});

test("a database that is not there is said to be unavailable", async () => {
  const nowhere = openDb({ url: "postgres://a:b@127.0.0.1:1/c", deadlineMs: 500 });
  expect(await loadHealth(nowhere.db)).toMatchObject({ status: "database-unavailable" });
  await nowhere.close();
});
