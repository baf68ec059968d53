import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeArea, makePlace, makeSource } from "@/db/factories";
import { findClaimsByRecord } from "@/db/queries/claims";
import { listRows } from "@/db/queries/imports";
import { listServicesInArea } from "@/db/queries/services";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { ukToday } from "@/domain/dates/partial-date";
import { loadImport } from "@/server/imports/engine/load-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { repairRow } from "@/server/imports/lists/repair-row";
import { importList, makeActor, SOURCE, stage } from "@/server/imports/testing";
import { saveRecords } from "@/server/records/save-records";

const db = testDb();
const HEAD = "Place,Postcode,Register code,Kind of care,Provider,Kind of provider,Since,Status\n";
const list = (...rows: string[]) => HEAD + rows.map((row) => `Newtown,CA2 7HY,A82099,${row}\n`).join("");
const BEFORE = list("eye care,Sight Ltd,company,2020-05,");
const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
const tenures = () =>
  db
    .select({
      id: services.id,
      status: services.status,
      from: services.startedOn,
      to: services.endedOn,
      successorId: services.successorId,
    })
    .from(services)
    .where(eq(services.visibility, "published"))
    .orderBy(services.createdAt, services.startedOn);
const warningsOf = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, warnings, problems }) => [
    outcome,
    ...[...problems, ...warnings].map(({ code }) => code),
  ]);

it("another provider ends the tenure and begins the next, linked; undoing gives the first its state back", async () => {
  await importList(db, BEFORE);
  const before = await tenures();
  const after = list("eye care,Other Eyes Ltd,company,2026-04,");
  const { batchId, admin } = await importList(db, after, later);
  const [first, second] = await tenures();
  expect(first).toMatchObject({ status: "ended", from: "2020-05", to: "2026-04", successorId: second?.id });
  expect(second).toMatchObject({ status: "operating", from: "2026-04", to: null, successorId: null });

  // The same said by a third list is known; the earlier list again changes nothing, for it is older.
  const third = { source: { ...SOURCE, title: "A third list", publishedOn: "2026-09" } };
  expect(await warningsOf(await stage(db, admin, after, third))).toEqual([["unchanged"]]);
  const oldAgain = { source: { ...SOURCE, title: "An old list", publishedOn: "2024" } };
  const stale = await stage(db, admin, BEFORE, oldAgain);
  const [row] = await listRows(db, stale);
  expect(row?.plan?.changes.map(({ field, kind }) => [field, kind])).toEqual([["provider", "contradicts"]]);

  await undoImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  expect(await tenures()).toEqual(before);
});

it("without a date the end stays unknown, and the preview says so; a mistake is corrected in the same tenure", async () => {
  await importList(db, BEFORE);
  const admin = await makeActor(db, "admin");
  const undated = list("eye care,Other Eyes Ltd,company,,");
  const batchId = await stage(db, admin, undated, later);
  expect(await warningsOf(batchId)).toEqual([
    ["changed", "provider-changes", "new-provider", "tenure-undated"],
  ]);
  const { version } = await loadImport(db, admin, batchId);
  await repairRow(db, admin, { batchId, version, number: 2, cells: {}, decision: "correction" });
  const [row] = await listRows(db, batchId);
  expect(row?.plan?.successorOf ?? null).toBeNull();
  expect(row?.plan?.changes).toContainEqual({
    field: "provider",
    kind: "changes",
    from: "Sight Ltd",
    to: "Other Eyes Ltd",
  });
  await importList(db, undated, { source: { ...SOURCE, title: "Another", publishedOn: "2026-09" } });
  expect(await tenures()).toMatchObject([
    { status: "ended", to: null },
    { status: "operating", from: null },
  ]);
});

it("a planned successor ends nothing yet", async () => {
  await importList(db, BEFORE);
  await importList(db, list("eye care,Other Eyes Ltd,company,2027-04,planned"), later);
  const [first, second] = await tenures();
  expect(first).toMatchObject({ status: "operating", to: null, successorId: second?.id });
  expect(second).toMatchObject({ status: "planned", from: "2027-04" });
});

it("refuses what cannot be: a successor that began before, two of them, an end of one we do not have", async () => {
  await importList(db, BEFORE);
  const admin = await makeActor(db, "admin");
  const rows = [
    "eye care,Other Eyes Ltd,company,2019-01,",
    "eye care,Third Eyes Ltd,company,2026-04,",
    "eye care,Fourth Eyes Ltd,company,2026-05,",
    "eye care,Fifth Eyes Ltd,company,,ended",
  ];
  expect(await warningsOf(await stage(db, admin, list(...rows), later))).toEqual([
    ["refused", "tenure-before"],
    ["changed", "provider-changes", "new-provider"],
    ["refused", "successor-twice"],
    ["refused", "status-ended-unmatched"],
  ]);
});

it("without a register's code it is another service until somebody says that it took over", async () => {
  const plain = (text: string) => text.replaceAll(",A82099,", ",,");
  await importList(db, plain(BEFORE));
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, plain(list("eye care,Other Eyes Ltd,company,2026-04,")), later);
  expect(await warningsOf(batchId)).toEqual([["new", "another-provider-there", "new-provider"]]);
  const { version } = await loadImport(db, admin, batchId);
  await repairRow(db, admin, { batchId, version, number: 2, cells: {}, decision: "successor" });
  const [row] = await listRows(db, batchId);
  expect(row).toMatchObject({
    outcome: "changed",
    plan: { service: { id: null }, successorOf: { ends: true } },
  });
});

it("a start that has not come is planned without a column that says so, and the preview says the same", async () => {
  await importList(db, BEFORE);
  const admin = await makeActor(db, "admin");
  const year = Number(ukToday().slice(0, 4)) + 1;
  const rows = list(`eye care,Other Eyes Ltd,company,${year}-04,`, `MRI,Scanners plc,company,${year}-04,`);
  expect(await warningsOf(await stage(db, admin, rows, later))).toEqual([
    ["changed", "provider-changes", "new-provider", "tenure-planned"],
    ["new", "not-begun", "new-provider"],
  ]);
  await importList(db, rows, { source: { ...SOURCE, title: "The same", publishedOn: "2026-09" } });
  const all = await tenures();
  expect(all.map(({ status }) => status).sort()).toEqual(["operating", "planned", "planned"]);
  expect(all.find(({ from }) => from === "2020-05")).toMatchObject({ status: "operating", to: null });
});

it("a successor is on the pages of the areas that a source gave of the service before it", async () => {
  const { admin } = await importList(db, BEFORE);
  const [before] = await tenures();
  const area = await makeArea(db, { kind: "constituency" });
  const source = await makeSource(db, {});
  await saveRecords(
    db,
    admin,
    [
      {
        recordType: "service",
        recordId: before?.id ?? "",
        claims: [
          {
            field: "serves-area",
            value: { areaId: area.id },
            sourceId: source.id,
            says: "Says that it is in Carlisle.",
            confirmedOn: "2026-02-01",
          },
        ],
      },
    ],
    { reason: "A test.", action: "record.published", subject: { type: "service", id: before?.id ?? "" } },
  );
  const { batchId } = await importList(db, list("eye care,Other Eyes Ltd,company,2026-04,"), later);
  const shown = await listServicesInArea(db, area.id);
  expect(shown.map(({ startedOn }) => startedOn).sort()).toEqual(["2020-05", "2026-04"]);
  const after = shown.find(({ startedOn }) => startedOn === "2026-04")?.id ?? "";
  const said = (await findClaimsByRecord(db, "service", [after])).get(after) ?? [];
  expect(said.find(({ field }) => field === "serves-area")).toMatchObject({
    sourceId: source.id,
    says: "Said of the service that was here before: Says that it is in Carlisle.",
    confirmedOn: "2026-02-01",
  });
  await undoImport(db, admin, { batchId, version: (await loadImport(db, admin, batchId)).version });
  expect((await listServicesInArea(db, area.id)).map(({ startedOn }) => startedOn)).toEqual(["2020-05"]);
});

it("nothing is hung on a trust's head office", async () => {
  const office = { kind: "trust-headquarters", name: "Some NHS Trust" } as const;
  await makePlace(db, office, { odsCode: "RNN" });
  const rows =
    "Place,Postcode,Register code,Kind of care,Provider\nSome NHS Trust,CA2 7HY,RNN,MRI,not named\n";
  const batchId = await stage(db, await makeActor(db, "admin"), rows);
  expect(await warningsOf(batchId)).toEqual([["refused", "place-head-office"]]);
});

it("codes stored under the word that was in use before are read as those of today", async () => {
  await importList(db, BEFORE);
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, list("eye care,Other Eyes Ltd,company,,"), later);
  const today = await warningsOf(batchId);
  await db.execute(sql`update batch_rows
    set warnings = replace(warnings::text, 'tenure-', 'spell-')::jsonb where batch_id = ${batchId}`);
  expect(await warningsOf(batchId)).toEqual([
    ["changed", "provider-changes", "new-provider", "spell-undated"],
  ]);
  await db.execute(sql.raw(readFileSync("drizzle/0023_tenure-codes.sql", "utf8")));
  expect(await warningsOf(batchId)).toEqual(today);
});
