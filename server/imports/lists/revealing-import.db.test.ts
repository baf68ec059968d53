import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { saveSetting } from "@/db/queries/settings";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batches, claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { AREA_ONLY_CATEGORIES, type ServiceCategory } from "@/domain/services/category";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { showRows } from "@/server/imports/engine/show-rows";
import { submitImport } from "@/server/imports/engine/submit-import";
import { editSource } from "@/server/imports/lists/edit-source";
import { repairRow } from "@/server/imports/lists/repair-row";
import { makeActor, SOURCE, stage } from "@/server/imports/testing";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";

const db = testDb();
const KINDS: ServiceCategory[] = [...AREA_ONLY_CATEGORIES, "fertility"];
let admin: CampaignerActor;
beforeEach(async () => {
  admin = await makeActor(db, "admin");
  await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
  await makeArea(db, { kind: "icb", code: "E54000050", nameEn: "Cumbria board" });
});

const HEAD = "Place,Address,Town,Postcode,Kind of care,Provider,Provider kind,Who pays,Note\n";
const rowOf = (category: string, provider = "Care Ltd", pays = "", note = "At 3 Grove Road") =>
  `${HEAD}Kingsdown House,3 Grove Road,Carlisle,CA2 7HY,${category},${provider},company,${pays},${note}\n`;
const PLAIN = { ...SOURCE, title: "Who runs what", publisher: "A campaign", url: "" };
const staged = (csv: string, source = {}) => stage(db, admin, csv, { source: { ...PLAIN, ...source } });
const said = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, problems }) => [
    outcome,
    ...problems.map(({ column, code }) => `${column} ${code}`),
  ]);
async function seen(batchId: string) {
  const [row] = await db.select({ version: batches.version }).from(batches).where(eq(batches.id, batchId));
  return { batchId, version: row?.version ?? 0 };
}
async function publish(batchId: string) {
  await submitImport(db, admin, await seen(batchId));
  await approveImport(db, await makeActor(db, "moderator"), {
    ...(await seen(batchId)),
    rule: "all",
    warned: true,
  });
}
const TELLING = /Kingsdown|Grove|Carlisle|CA2 ?7HY/i;

describe.each(KINDS)("a row of %s", (category) => {
  it.each([
    ["provider reveals-place", rowOf(category, "Kingsdown Care Ltd"), {}],
    ["provider reveals-place", rowOf(category, "Carlisle Clinic Ltd"), {}],
    ["provider reveals-place", rowOf(category, "Clinic at 9 Other Street"), {}],
    ["commissioner reveals-place", rowOf(category, "Care Ltd", "CARLISLE Council"), {}],
    ["null source-reveals-place", rowOf(category), { title: "Care in Carlisle" }],
    ["null source-reveals-place", rowOf(category), { title: "Grove rd. and others" }],
    ["null source-reveals-place", rowOf(category), { publisher: "Carlisle campaign" }],
    ["null source-reveals-place", rowOf(category), { url: "https://list.example/kingsdown-house" }],
    ["null source-reveals-place", rowOf(category), { url: "https://list.example/ca2-7hy" }],
  ])("is refused where this tells where it is: %s", async (problem, csv, source) => {
    const batchId = await staged(csv, source);
    expect(await said(batchId)).toEqual([["refused", problem]]);
  });

  it("is published with nothing that tells it, its note neither", async () => {
    const batchId = await staged(rowOf(category));
    await publish(batchId);
    const stored = JSON.stringify([
      await db.select().from(services),
      await db.select().from(sources),
      await db.select().from(claims),
      await db.select().from(providers),
      await listRows(db, batchId),
    ]);
    expect(stored).toContain("Care Ltd");
    expect(stored).not.toMatch(TELLING);
  });
});

describe("a row that tells where it is", () => {
  it("keeps its place for its importer to repair, is checked by it again, and is then kept without", async () => {
    const batchId = await staged(rowOf("abortion", "Kingsdown Care Ltd"));
    const fix = async (provider: string) =>
      repairRow(db, admin, { ...(await seen(batchId)), number: 2, cells: { provider }, decision: "" });
    await fix("Grove Road Care Ltd");
    expect(await said(batchId)).toEqual([["refused", "provider reveals-place"]]);
    await fix("Care Ltd");
    expect(await said(batchId)).toEqual([["new"]]);
    expect(JSON.stringify(await listRows(db, batchId))).not.toMatch(TELLING);
  });

  it("shows its cells to nobody else, nor in a download, and loses them when the import is over", async () => {
    const batchId = await staged(rowOf("abortion", "Kingsdown Care Ltd"));
    const batch = await loadImport(db, admin, batchId);
    const [row] = await showRows(db, batch, await listRows(db, batchId));
    expect(row?.cells.join()).not.toMatch(/House|Grove|CA2/);
    expect(row?.problems[0]?.detail).toBe("“Kingsdown”");
    expect(await refusedCsv(db, admin, batchId)).not.toMatch(/House|Grove|CA2|“Kingsdown/);
    await refuseImport(db, admin, { ...(await seen(batchId)), reason: "The list is not ours." });
    expect(JSON.stringify(await listRows(db, batchId))).not.toMatch(/House|Grove|CA2|“Kingsdown/);
  });

  it("is not refused any more once its importer changed the source of the list", async () => {
    const batchId = await staged(rowOf("abortion"), { title: "Care in Carlisle" });
    const words = { title: "Care in the north", publisher: "A campaign", url: "" };
    await editSource(db, admin, { ...(await seen(batchId)), ...words });
    expect(await said(batchId)).toEqual([["new"]]);
    await publish(batchId);
    expect(await db.select({ title: sources.title }).from(sources)).toEqual([{ title: "Care in the north" }]);
  });

  it("lets nobody but its importer change the source, and nothing that is no source", async () => {
    const batchId = await staged(rowOf("abortion"));
    const words = { title: "", publisher: "A campaign", url: "nowhere" };
    await expect(editSource(db, admin, { ...(await seen(batchId)), ...words })).rejects.toMatchObject({
      fields: { documentTitle: "required", url: "web-address" },
    });
    const other = await makeActor(db, "admin");
    const good = { ...words, title: "A title", url: "" };
    await expect(editSource(db, other, { ...(await seen(batchId)), ...good })).rejects.toMatchObject({
      reason: "not-importer",
    });
  });
});

it("a row whose place was taken away asks for it again, and publishes no words of ours as a name", async () => {
  const batchId = await staged(rowOf("abortion"));
  const fix = async (cells: Record<string, string>) =>
    repairRow(db, admin, { ...(await seen(batchId)), number: 2, cells, decision: "" });
  await fix({ category: "eye care" });
  expect(await said(batchId)).toEqual([["refused", "place place-not-kept"]]);
  await fix({ place: "Kingsdown House", town: "Carlisle", postcode: "CA2 7HY" });
  expect(await said(batchId)).toEqual([["new"]]);
  await publish(batchId);
  expect(await db.select({ name: services.name }).from(services)).toEqual([
    { name: "Eye care at Kingsdown House" },
  ]);
});

it("a row that was refused for its postcode asks for its place again, so that all of it can be looked for", async () => {
  const batchId = await staged(rowOf("abortion", "Kingsdown Care Ltd").replace("CA2 7HY", "CA2 7HYY"));
  const fix = async (cells: Record<string, string>) =>
    repairRow(db, admin, { ...(await seen(batchId)), number: 2, cells, decision: "" });
  await fix({ postcode: "CA2 7HY" });
  expect(await said(batchId)).toEqual([["refused", "place place-not-kept"]]);
  await fix({ place: "Kingsdown House", postcode: "CA2 7HY" });
  expect(await said(batchId)).toEqual([["refused", "provider reveals-place"]]);
});
