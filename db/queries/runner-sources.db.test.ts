import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeClaim, makeService, makeSource } from "@/db/factories";
import { listSourcesOfMany } from "@/db/queries/claims-read";
import { listRunnerPublishers, listRunnerSources } from "@/db/queries/runner-sources";
import { batches, claims, sources } from "@/db/schema";
import { testDb } from "@/db/testing";

const db = testDb();

async function oneReplaced() {
  const { id } = await makeService(db);
  const [before, after] = [
    await makeSource(db, { publisher: "Before" }),
    await makeSource(db, { publisher: "After" }),
  ];
  const [batch] = await db
    .insert(batches)
    .values({ title: "A list", state: "approved", importedBy: "test", contentHash: "a", counts: {} })
    .returning({ id: batches.id });
  const said = { recordType: "service", recordId: id, field: "provider-kind", value: "company" } as const;
  const older = await makeClaim(db, { ...said, sourceId: before.id, confirmedOn: "2025-01-01" });
  const newer = await makeClaim(db, { ...said, sourceId: after.id, batchId: batch?.id });
  await db.update(claims).set({ supersededBy: newer.id }).where(eq(claims.id, older.id));
  const says = async () => ({
    runner: (await listRunnerSources(db, [id])).get(id)?.publisher,
    ofAll: (await listRunnerPublishers(db)).get(id)?.publisher,
    many: (await listSourcesOfMany(db, "service", [id])).map(({ publisher }) => publisher),
  });
  return { batchId: batch?.id ?? "", after, says };
}

it("who says it is the newest that counts; when its import is undone, the one before is there again", async () => {
  const { batchId, says } = await oneReplaced();
  expect(await says()).toEqual({ runner: "After", ofAll: "After", many: ["After"] });
  await db.update(batches).set({ state: "undone", undoneAt: new Date() }).where(eq(batches.id, batchId));
  expect(await says()).toEqual({ runner: "Before", ofAll: "Before", many: ["Before"] });
});

it("a source that is withheld says nothing", async () => {
  const { after, says } = await oneReplaced();
  await db.update(sources).set({ withheldAt: new Date() }).where(eq(sources.id, after.id));
  const { runner, ofAll } = await says();
  expect(runner).not.toBe("After");
  expect(ofAll).toBe(runner);
});

it("nothing is asked about no services", async () => {
  expect((await listRunnerSources(db, [])).size).toBe(0);
});
