import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Db } from "@/db/client";
import { listRows } from "@/db/queries/imports";
import { auditEntries } from "@/db/schema/audit";
import { services } from "@/db/schema/services";
import { batches, batchRows, claims, sources } from "@/db/schema/sources";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { InvalidInputError } from "@/domain/errors";
import { stageImport } from "@/server/imports/lists/stage-import";
import { HOSTILE_FILES as FILES } from "@/server/imports/lists/testing-hostile";
import { fileOf, makeActor, stageInput } from "@/server/imports/testing";

// Of its own: in a transaction that is rolled back it would hold the audit's chain, and every other test would wait.
let fresh: FreshDatabase;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase({ deadlineMs: 60_000 });
  db = fresh.db;
});
afterAll(() => fresh.close());

it(`${FILES.length} hostile files are refused or cleaned, each with a message, and nothing is half written`, {
  timeout: 180_000,
}, async () => {
  expect(FILES.length).toBeGreaterThanOrEqual(50);
  const admin = await makeActor(db, "admin");
  const stored = async () => {
    const tables = [batches, batchRows, services, claims, sources, auditEntries];
    return Promise.all(tables.map(async (table) => (await db.select({ n: count() }).from(table))[0]?.n));
  };
  for (const [name, content, fate] of FILES) {
    const before = await stored();
    // Each with a source of its own: some differ in nothing that is read.
    const input = stageInput({
      title: name.slice(0, 60),
      source: { ...stageInput().source, title: `Source of ${name}` },
    });
    const staged = await stageImport(db, admin, input, fileOf(content)).catch((error: unknown) => error);
    if ("refused" in fate) {
      expect.soft(staged, name).toBeInstanceOf(InvalidInputError);
      const { file } = (staged as InvalidInputError).fields;
      const { code, row: line } = typeof file === "object" ? file : { code: file, row: "" };
      expect.soft([name, code], name).toEqual([name, fate.refused]);
      if (fate.line) expect([name, line]).toEqual([name, String(fate.line)]);
      expect(await stored(), name).toEqual(before);
      continue;
    }
    if (staged instanceof Error)
      throw new Error(`${name}: ${staged.message} ${JSON.stringify((staged as InvalidInputError).fields)}`);
    const { batchId } = staged as { batchId: string };
    const rows = await listRows(db, batchId);
    const told = rows.map(({ outcome, problems }) =>
      [outcome, ...problems.map(({ code }) => code)].join(" "),
    );
    expect.soft([name, told]).toEqual([name, fate.rows]);
    const [batch] = await db.select().from(batches).where(eq(batches.id, batchId));
    if (fate.cleaned) expect.soft([name, batch?.cleaned]).toEqual([name, fate.cleaned]);
    if (fate.place) expect(rows[0]?.parsed?.place, name).toBe(fate.place);
    const [, , ...records] = await stored();
    expect(records.slice(0, 3), name).toEqual(before.slice(2, 5));
  }
});

it("of 200 MB no more than eleven are read", async () => {
  let sent = 0;
  const endless = async function* () {
    for (; sent < 200; sent += 1) yield Buffer.alloc(1024 * 1024, "a,b\n");
  };
  const admin = await makeActor(db, "admin");
  const file = { name: "big.csv", bytes: endless() };
  await expect(stageImport(db, admin, stageInput(), file)).rejects.toMatchObject({
    fields: { file: { code: "too-large", row: "", detail: "10" } },
  });
  expect(sent).toBeLessThanOrEqual(10);
});
