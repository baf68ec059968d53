import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/engine/approve-import";
import { discardRow } from "@/server/imports/engine/discard-row";
import {
  loadApproval,
  loadImport,
  loadImportList,
  loadImportRows,
} from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { repairRow } from "@/server/imports/lists/repair-row";
import { LIST, makeActor, SOURCE, stage, versionOf } from "@/server/imports/testing";

const db = testDb();

it("leaves rows out one by one, which are then new no more, and takes those to look at only when told", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const batchId = await stage(db, admin, `${LIST}Third Clinic,Carlisle,CA1 1QS,hearing,not named,,\n`);
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const drop = async (actor: typeof admin, number: number, isBack = false) =>
    discardRow(db, actor, { ...(await seen()), number, isBack });
  await expect(drop(moderator, 3)).rejects.toMatchObject({ reason: "wrong-state" });
  await submitImport(db, admin, await seen());
  await expect(drop(admin, 3)).rejects.toMatchObject({ reason: "own-import" });
  await expect(drop(await makeActor(db, "campaigner"), 3)).rejects.toMatchObject({ reason: "not-moderator" });
  await expect(drop(moderator, 99)).rejects.toMatchObject({ code: "not-found" });
  await drop(moderator, 3);
  await drop(moderator, 4);
  await expect(drop(moderator, 4)).rejects.toMatchObject({ reason: "wrong-state" });
  await drop(moderator, 4, true);
  const read = await loadImport(db, moderator, batchId);
  expect(read.counts).toMatchObject({ rows: 3, new: 2, skipped: 1, warnings: 1 });
  const shown = async (filter: object) =>
    (await loadImportRows(db, moderator, read, { filter, page: 1 })).rows.map(({ number }) => number);
  expect(await shown({ outcome: "new" })).toEqual([2, 4]);
  expect(await shown({ isLeftOut: true })).toEqual([3]);
  expect(await shown({})).toEqual([2, 3, 4]);
  expect((await loadApproval(db, moderator, read)).rules).toEqual({
    all: { rows: 2, warned: 1 },
    "only-new": { rows: 2, warned: 1 },
    "without-warnings": { rows: 1, warned: 0 },
    sample: { rows: 2, warned: 1 },
  });
  for (const rule of ["all", "only-new"])
    await expect(approveImport(db, moderator, { ...(await seen()), rule })).rejects.toMatchObject({
      fields: { warned: "warned-not-looked-at" },
    });
  expect(await approveImport(db, moderator, { ...(await seen()), rule: "all", warned: true })).toEqual({
    applied: 2,
    leftOut: 1,
  });
  expect((await db.select().from(services)).map(({ category }) => category).sort()).toEqual([
    "eye-care",
    "hearing",
  ]);
});

it("does one repair in all rows that have the same in that column, and nothing else in them", async () => {
  const admin = await makeActor(db, "admin");
  const rows = ["A,CA2 7HY,Cataracs,Sight", "B,CA1 1QS,Cataracs,Other", "C,CA1 1QS,MRI,Other"];
  const batchId = await stage(db, admin, `Place,Postcode,Kind of care,Provider\n${rows.join("\n")}\n`);
  const version = await versionOf(db, batchId);
  await repairRow(db, admin, {
    batchId,
    version,
    number: 2,
    cells: { category: "eye care", "provider-kind": "company" },
    decision: "",
    isEverywhere: true,
  });
  const cells = (await listRows(db, batchId)).map(({ item }) => item.value);
  expect(cells).toEqual([
    ["A", "CA2 7HY", "eye care", "Sight", "company"],
    ["B", "CA1 1QS", "eye care", "Other", "company"],
    ["C", "CA1 1QS", "MRI", "Other", "company"],
  ]);
  expect((await loadImport(db, admin, batchId)).counts).toMatchObject({ new: 3, refused: 0 });
});

it("lists imports in pages, and finds them by words of title, source and file", async () => {
  const admin = await makeActor(db, "admin");
  const about = async (words: string, page = 1) => loadImportList(db, admin, { words, page });
  const before = (await about("")).total;
  for (let number = 1; number <= 51; number += 1)
    await stage(db, admin, LIST, {
      title: `Zebra list ${number}`,
      source: { ...SOURCE, title: `Zebra source ${number}` },
    });
  expect(await about("")).toMatchObject({ total: before + 51 });
  const [first, second] = [await about("zebra LIST"), await about("zebra list", 2)];
  expect([first.rows.length, second.rows.length]).toEqual([50, 1]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(51);
  expect((await about("list.csv zebra 51")).rows.map(({ title }) => title)).toEqual(["Zebra list 51"]);
  expect(await about("100%")).toEqual({ rows: [], total: 0 });
});
