import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { bringUpToDate } from "./bring-up-to-date";
import { freshDatabase } from "./testing";

test("the planner knows of a table that a migration made, though it is empty", async () => {
  const fresh = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), "nhs-map-migrations-"));
  try {
    mkdirSync(join(folder, "meta"));
    const entry = {
      idx: 0,
      version: "7",
      when: Date.parse("2099-01-01"),
      tag: "0000_later",
      breakpoints: true,
    };
    const journal = { version: "7", dialect: "postgresql", entries: [entry] };
    writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify(journal));
    writeFileSync(join(folder, "0000_later.sql"), "CREATE TABLE later (id int);");
    expect(await bringUpToDate(fresh.ownerUrl, folder)).toBe(1);
    const [later] = await fresh.ownerDb.execute<{ rows: number }>(
      sql`select reltuples::int as rows from pg_class where relname = 'later'`,
    );
    expect(later?.rows, "-1 is: never counted").toBe(0);
    expect(await bringUpToDate(fresh.ownerUrl, folder)).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await fresh.close();
  }
});
