import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { testDb } from "@/db/testing";
import { bookOf } from "@/ingest/workbook/testing-book";
import { loadImport } from "@/server/imports/engine/load-import";
import { editAllRows } from "@/server/imports/lists/edit-all-rows";
import { stageImport } from "@/server/imports/lists/stage-import";
import { startAgain } from "@/server/imports/lists/start-again";
import { fileOf, makeActor, SOURCE, stage, stageInput, versionOf } from "@/server/imports/testing";

const db = testDb();

it("says once what holds for a whole list, and leaves what a row says itself", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(
    db,
    admin,
    "Place,Postcode,Kind of care,Provider\nA,CA2 7HY,,InHealth\nB,CA1 1QS,eye care,\nC,CA1 1QS\nD,CA1 1QS,TBC,#N/A\nE,CA1 1QS,0, - \n",
  );
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  const other = await makeActor(db, "admin");
  await expect(editAllRows(db, other, { ...(await seen()), values: {} })).rejects.toMatchObject({
    reason: "not-importer",
  });
  await expect(editAllRows(db, admin, { ...(await seen()), values: { place: "x" } })).rejects.toMatchObject({
    fields: { category: "required" },
  });
  await editAllRows(db, admin, {
    ...(await seen()),
    values: { category: "diagnostics-and-scans", "provider-kind": "company", provider: "not named" },
  });
  const rows = await listRows(db, batchId);
  expect(rows.map(({ item }) => item.value)).toEqual([
    ["A", "CA2 7HY", "diagnostics-and-scans", "InHealth", "company"],
    ["B", "CA1 1QS", "eye care", "not named", "company"],
    ["C", "CA1 1QS"],
    ["D", "CA1 1QS", "diagnostics-and-scans", "not named", "company"],
    ["E", "CA1 1QS", "diagnostics-and-scans", "not named", "company"],
  ]);
  expect(rows.map(({ outcome }) => outcome)).toEqual(["new", "new", "refused", "new", "new"]);
});

it("reads another sheet as a new import with the same source, and takes the first back", async () => {
  const admin = await makeActor(db, "admin");
  const head = ["Place", "Postcode", "Kind of care", "Provider"];
  const book = bookOf([
    {
      name: "Open",
      rows: [head, ["A", "CA2 7HY", "MRI", "not named"], ["X", "CA2 7HY", "MRI", "not named"]],
      hiddenRows: [3],
    },
    { name: "Planned", rows: [["Soon"], head, ["B", "CA1 1QS", "MRI", "not named"]] },
  ]);
  const { batchId } = await stageImport(db, admin, stageInput(), fileOf(book, "book.xlsx"));
  const read = await loadImport(db, admin, batchId);
  expect(read.layout).toEqual({
    sheets: [
      { name: "Open", isHidden: false },
      { name: "Planned", isHidden: false },
    ],
    sheet: "Open",
    heading: 1,
    hiddenRows: 1,
    hiddenColumns: 0,
    withHidden: false,
  });
  expect(read.counts).toMatchObject({ rows: 1 });
  const again = (layout: object) =>
    startAgain(
      db,
      admin,
      { batchId, version: read.version, layout, because: "It is on another sheet." },
      fileOf(book),
    );
  await expect(again({ sheet: "Closed" })).rejects.toMatchObject({
    fields: { sheet: { code: "no-sheet", detail: "Open, Planned" } },
  });
  await expect(again({ heading: "third" })).rejects.toMatchObject({ fields: { heading: "heading-number" } });
  expect(await again({ sheet: "Open" })).toEqual({ batchId, isAgain: true });
  const other = await again({ sheet: "Planned" });
  expect(await loadImport(db, admin, other.batchId)).toMatchObject({
    state: "previewed",
    title: read.title,
    source: SOURCE,
    layout: { sheet: "Planned", heading: 2 },
  });
  expect(await loadImport(db, admin, batchId)).toMatchObject({
    state: "refused",
    refusedBecause: "It is on another sheet.",
  });
});
