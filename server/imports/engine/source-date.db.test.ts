import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import imports from "@/messages/en/imports.json";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { LIST, makeActor, SOURCE, stage } from "@/server/imports/testing";

const db = testDb();

it.each([
  ["2099-01-01", "date-not-yet"],
  ["1066", "date-too-old"],
])("a list of %s is not read, and its admin is told why in words", async (publishedOn, code) => {
  const admin = await makeActor(db, "admin");
  const staged = stage(db, admin, LIST, { source: { ...SOURCE, publishedOn } });
  await expect(staged).rejects.toMatchObject({ fields: { publishedOn: code } });
  expect(imports.errors).toHaveProperty(code);
});

it("a list that waits with a date to come is not approved", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const batchId = await stage(db, admin, LIST);
  await submitImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  const later = { ...SOURCE, kind: "official-statistics" as const, publishedOn: "2099" };
  await db.update(batches).set({ source: later }).where(eq(batches.id, batchId));
  const { version } = await loadImport(db, moderator, batchId);
  const approval = approveImport(db, moderator, { batchId, version, rule: "all", warned: true });
  await expect(approval).rejects.toMatchObject({ fields: { rule: "source-date-wrong" } });
  expect(await db.$count(services)).toBe(0);
});
