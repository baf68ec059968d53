import { expect, test } from "vitest";
import { openDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { loadHealth } from "./load-health";

const db = testDb();

test("a database that answers is well, with the number of its newest publication", async () => {
  expect(await loadHealth(db)).toMatchObject({ status: "ok", publication: expect.any(Number) });
});

test("a database that is not there is said to be unavailable", async () => {
  const nowhere = openDb({ url: "postgres://a:b@127.0.0.1:1/c", deadlineMs: 500 });
  expect(await loadHealth(nowhere.db)).toMatchObject({ status: "database-unavailable" });
  await nowhere.close();
});
