import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { testDb } from "@/db/testing";
import { makeActor, stage } from "@/server/imports/testing";

const db = testDb();

it("the nearest postcodes that were stored behind a bar are read as those of today", async () => {
  const list =
    "Place,Postcode,Kind of care,Provider,Kind of provider\nNewtown,CA2 7ZZ,eye care,Sight Ltd,company\n";
  const batchId = await stage(db, await makeActor(db, "admin"), list);
  const problems = async () => (await listRows(db, batchId)).flatMap((row) => row.problems);
  const today = await problems();
  expect(today).toEqual([
    {
      column: "postcode",
      code: "postcode-unknown-near",
      detail: "CA2 7ZZ",
      nearest: expect.stringMatching(/^CA2 7/),
    },
  ]);
  const [{ nearest } = { nearest: "" }] = today;
  const before = [{ column: "postcode", code: "postcode-unknown-near", detail: `CA2 7ZZ|${nearest}` }];
  await db.execute(
    sql`update batch_rows set problems = ${JSON.stringify(before)}::jsonb where batch_id = ${batchId}`,
  );
  expect(await problems()).toEqual(before);
  await db.execute(sql.raw(readFileSync("drizzle/0024_nearest-postcodes.sql", "utf8")));
  expect(await problems()).toEqual(today);
});
