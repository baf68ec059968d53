import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport, loadImportRow, loadImportRows } from "@/server/imports/engine/load-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { classificationInForce } from "@/server/imports/extracts/classification-in-force";
import { makeTrust } from "@/server/imports/extracts/testing-extract";
import { repairRow } from "@/server/imports/lists/repair-row";
import { makeActor, versionOf } from "@/server/imports/testing";
import stored from "@/server/imports/testing-stored-before.json";
import { leadsInForce } from "@/server/registers/leads-in-force";

/**
 * Imports as they were stored before items had a shape (batches and rows of that version, in preview, published and undone), and
 * the migration that upgrades them. Everything that can be done with them goes on.
 */
let fresh: FreshDatabase;
let admin: CampaignerActor;
let moderator: CampaignerActor;
const ids = Object.fromEntries(Object.entries(stored).map(([name, { batch }]) => [name, batch.id])) as Record<
  keyof typeof stored,
  string
>;

beforeAll(async () => {
  fresh = await freshDatabase({ deadlineMs: 120_000 });
  const { db, ownerDb } = fresh;
  admin = await makeActor(db, "admin");
  moderator = await makeActor(db, "moderator");
  await makeTrust(db);
  await ownerDb.execute(sql`alter table batch_rows rename column item to raw`);
  for (const { batch, rows } of Object.values(stored)) {
    const whole = JSON.stringify({ ...batch, imported_by: admin.id, is_edition: false });
    await ownerDb.execute(
      sql`insert into batches select * from jsonb_populate_record(null::batches, ${whole}::jsonb)`,
    );
    await ownerDb.execute(
      sql`insert into batch_rows select * from jsonb_populate_recordset(null::batch_rows, ${JSON.stringify(rows)}::jsonb)`,
    );
  }
  for (const name of ["_typed-items.sql", "_batches-that-were-editions.sql"])
    for (const statement of migration(name).split("--> statement-breakpoint"))
      await ownerDb.execute(sql.raw(statement));
});
afterAll(() => fresh.close());

function migration(ending: string): string {
  const file = readdirSync("drizzle").find((name) => name.endsWith(ending));
  return readFileSync(join("drizzle", file ?? "the migration is gone"), "utf8");
}

const seen = async (batchId: string) => ({ batchId, version: await versionOf(fresh.db, batchId) });
async function approve(batchId: string) {
  await submitImport(fresh.db, admin, await seen(batchId));
  return approveImport(fresh.db, moderator, { ...(await seen(batchId)), rule: "all", warned: true });
}
const rowOf = async (batchId: string, number: number) =>
  loadImportRow(fresh.db, admin, await loadImport(fresh.db, admin, batchId), number);
const publishedOf = async (batchId: string) => {
  const read = await loadImport(fresh.db, admin, batchId);
  const { rows } = await loadImportRows(fresh.db, admin, read, { filter: {}, page: 1 });
  return rows.map(({ published }) => published);
};

it("every stored row says which shape it has, and holds what it held", async () => {
  const shapes = {
    list: "cells",
    published: "cells",
    undone: "cells",
    register: "register-entry",
    extract: "provider-code",
    payments: "payments-row",
  };
  for (const [name, { rows }] of Object.entries(stored)) {
    const shape = shapes[name as keyof typeof shapes];
    const held = rows.map(({ raw: [first = "", answer = "null"], raw }) => {
      if (shape === "cells") return raw;
      const value = JSON.parse(first);
      return shape === "provider-code" ? { ...value, answer: JSON.parse(answer) } : value;
    });
    const now = await listRows(fresh.db, ids[name as keyof typeof stored]);
    expect(now.map(({ item }) => item)).toEqual(held.map((value) => ({ shape, version: 1, value })));
  }
});

it("a list in preview is repaired, approved and undone", async () => {
  const { list } = ids;
  const cells = stored.list.rows[1]?.raw;
  expect((await rowOf(list, 3)).question).toEqual({ kind: "cells", cells });
  const repair = { number: 3, cells: { postcode: "CA2 7HY" }, decision: "" };
  await repairRow(fresh.db, admin, { ...(await seen(list)), ...repair });
  expect((await loadImport(fresh.db, admin, list)).counts).toMatchObject({ new: 2, refused: 0 });
  expect(await approve(list)).toEqual({ applied: 2, leftOut: 0 });
  await undoImport(fresh.db, admin, await seen(list));
  expect(await publishedOf(list)).toEqual(["undone", "undone"]);
});

it("an edition of a register in preview does what its preview said", async () => {
  expect(await approve(ids.register)).toEqual({ applied: 2, leftOut: 0 });
  expect(await publishedOf(ids.register)).toEqual(["now", "now"]);
  await undoImport(fresh.db, admin, await seen(ids.register));
});

it("an extract in preview keeps what was typed of its codes, and later extracts know it", async () => {
  const { extract } = ids;
  expect((await rowOf(extract, 1)).question).toMatchObject({ kind: "code", isAsked: true, answer: {} });
  expect((await rowOf(extract, 2)).question).toMatchObject({
    kind: "code",
    isAsked: true,
    answer: { provider: "Sight Ltd", town: "Carlisle" },
    filed: { code: "ZZ9ZZ", completed: 40, waiting: 60 },
  });
  expect(await approve(extract)).toEqual({ applied: 1, leftOut: 1 });
  const known = async () => (await classificationInForce(fresh.db)).codes.map(({ code }) => code);
  expect(await known()).toContain("ZZ9ZZ");
  await undoImport(fresh.db, admin, await seen(extract));
  expect(await known()).not.toContain("ZZ9ZZ");
});

it("what was published is shown and undone, and what was undone is shown", async () => {
  const { published, undone } = ids;
  expect(await publishedOf(published)).toEqual(["now", "now"]);
  expect((await rowOf(undone, 2)).cells).toEqual(stored.undone.rows[0]?.raw);
  await undoImport(fresh.db, admin, await seen(published));
  expect(await publishedOf(published)).toEqual(["undone", "undone"]);
  expect(await publishedOf(undone)).toEqual(["undone", "undone"]);
});

it("an approved payments file stays the list of practices to look at, and tells what it refused", async () => {
  const { year, leads } = await leadsInForce(fresh.db);
  expect([year, leads.map(({ code }) => code)]).toEqual(["2023-24", ["A82004"]]);
  expect(await refusedCsv(fresh.db, admin, ids.payments)).toContain("BAD (Z99003),237,");
});
