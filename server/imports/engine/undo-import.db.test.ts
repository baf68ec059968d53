import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { listPublicPaths } from "@/db/queries/sitemap";
import { places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { publications, recordVersions } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { undoImport } from "@/server/imports/engine/undo-import";
import { importList, LIST, SOURCE, stage, versionOf } from "@/server/imports/testing";

const db = testDb();

it("what a moderator withheld before its import was undone stays withheld, and does not come back", async () => {
  const { admin, batchId } = await importList(db, LIST);
  await db.update(providers).set({ visibility: "withheld" });
  await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const rows = await listRows(db, await stage(db, admin, LIST));
  expect(rows.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)])).toEqual([
    ["refused", ["held-back"]],
    ["new", []],
  ]);
});

it("undoing takes all of it off every page; importing it again brings the same addresses back", async () => {
  const { batchId, admin } = await importList(db, LIST);
  const before = (await listPublicPaths(db)).map(({ path }) => path);
  expect(before).toContain("/services/eye-care-at-botchergate-eye-clinic");
  const [number] = await db.select({ last: sql<number>`max(${publications.number})` }).from(publications);
  const done = await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  expect(done).toMatchObject({ withdrawn: 5, restored: 0, kept: [] });
  expect(await listPublicPaths(db)).toEqual([]);
  const [after] = await db.select({ last: sql<number>`max(${publications.number})` }).from(publications);
  expect(Number(after?.last)).toBeGreaterThan(Number(number?.last));

  const again = await importList(db, LIST);
  expect(again.batchId).not.toBe(batchId);
  expect((await listPublicPaths(db)).map(({ path }) => path)).toEqual(before);
});

it("an undone import leaves what somebody has built on, and names it", async () => {
  const { batchId, admin } = await importList(db, LIST);
  const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
  await importList(
    db,
    `Place,Postcode,Kind of care,Provider,Kind of provider,Since
Newtown Scans,CA2 7HY,MRI,Scanners plc,plc,2025-01-02
`,
    later,
  );
  const done = await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  expect(done.kept.map(({ name }) => name).sort()).toEqual([
    "Diagnostics and scans at Newtown Scans",
    "Newtown Scans",
  ]);
  const named = await db.select().from(services).where(eq(services.visibility, "published"));
  expect(named).toMatchObject([{ name: "Diagnostics and scans at Newtown Scans", startedOn: "2025-01-02" }]);
  expect(named[0]?.providerId).not.toBeNull();
  expect(await db.select().from(places).where(eq(places.visibility, "published"))).toHaveLength(1);
});

it("the title that an import has among us is on no public page: its source's is", async () => {
  const { batchId, admin } = await importList(db, LIST, { title: "Secret plan for Cumbria" });
  await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const reasons = [
    ...(await db.select({ reason: publications.reason }).from(publications)),
    ...(await db.select({ reason: recordVersions.reason }).from(recordVersions)),
  ].map(({ reason }) => reason);
  expect([...new Set(reasons)].sort()).toEqual([`Import undone: ${SOURCE.title}`, `Import: ${SOURCE.title}`]);
});
