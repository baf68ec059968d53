import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { decisionsOf } from "@/domain/imports/row-decisions";
import { approveImport } from "@/server/imports/engine/approve-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { listShape } from "@/server/imports/lists/list-item";
import { repairRow } from "@/server/imports/lists/repair-row";
import { importList, makeActor, SOURCE, stage } from "@/server/imports/testing";

const db = testDb();
const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
const HEAD = "Place,Postcode,Kind of care,Provider,Kind of provider\n";
const codesOf = (row: { problems: { code: string }[]; warnings: { code: string }[] } | undefined) =>
  [...(row?.problems ?? []), ...(row?.warnings ?? [])].map(({ code }) => code);

it("takes a name to be that of a provider we have, and says so; another form in law is asked", async () => {
  await importList(
    db,
    `${HEAD}Newtown,CA2 7HY,eye care,The Sight & Sound Ltd.,company\nBotchergate,CA1 1QS,hearing,Ears plc,company\n`,
  );
  const admin = await makeActor(db, "admin");
  const batchId = await stage(
    db,
    admin,
    `${HEAD}Newtown,CA2 7HY,eye care,SIGHT AND SOUND Limited,\nOther,CA1 1QS,hearing,Ears CIC,community interest company\n`,
    later,
  );
  const [alike, which] = await listRows(db, batchId);
  expect(alike).toMatchObject({ outcome: "changed", plan: { provider: { name: "The Sight & Sound Ltd." } } });
  expect(codesOf(alike)).toEqual(["provider-alike"]);
  expect(which).toMatchObject({
    outcome: "refused",
    problems: [{ code: "provider-which", detail: "Ears plc" }],
  });

  const seen = async () => ({ batchId, version: (await loadImport(db, admin, batchId)).version });
  await repairRow(db, admin, { ...(await seen()), number: 3, cells: {}, decision: "new-provider" });
  expect((await listRows(db, batchId))[1]).toMatchObject({ outcome: "new", decision: "new-provider" });
  await submitImport(db, admin, await seen());
  await approveImport(db, await makeActor(db, "moderator"), { ...(await seen()), rule: "all", warned: true });
  const names = (await db.select({ name: providers.name }).from(providers)).map(({ name }) => name).sort();
  expect(names).toEqual(["Ears CIC", "Ears plc", "The Sight & Sound Ltd."]);
  expect(await db.select().from(services)).toHaveLength(3);
});

it("what the file has no column for can be said of a row on the screen, and of no other row", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(
    db,
    admin,
    "Place,Postcode,Kind of care,Provider\nNewtown,CA2 7HY,eye care,Sight Ltd\nBotchergate,CA1 1QS,hearing,Ears plc\ncut,CA1\n",
  );
  expect((await listRows(db, batchId)).map(codesOf)).toEqual([
    ["provider-kind-needed"],
    ["provider-kind-needed"],
    ["too-few-cells"],
  ]);
  const { version } = await loadImport(db, admin, batchId);
  const cells = { "provider-kind": "company", commissioner: "", town: "Carlisle" };
  await repairRow(db, admin, { batchId, version, number: 2, cells, decision: "" });
  const read = await loadImport(db, admin, batchId);
  expect(read.header).toEqual(["Place", "Postcode", "Kind of care", "Provider", "town", "provider kind"]);
  expect(read.mapping).toMatchObject({ town: 4, "provider-kind": 5 });
  const rows = await listRows(db, batchId);
  expect(rows.map(({ outcome, item }) => [outcome, listShape.read(item).length])).toEqual([
    ["new", 6],
    ["refused", 6],
    ["refused", 2],
  ]);
  expect(rows.slice(1).map(codesOf)).toEqual([["provider-kind-needed"], ["too-few-cells"]]);
});

it("“social enterprise” says nothing of the form in law: it is asked, never guessed", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, `${HEAD}Newtown,CA2 7HY,eye care,Sight,Social Enterprise\n`);
  expect((await listRows(db, batchId)).map(codesOf)).toEqual([["provider-kind-social"]]);
});

/** Names of published providers once a list of these rows is approved, and what its preview says of each row. */
async function imported(rows: readonly string[]) {
  const { batchId } = await importList(db, `${HEAD}${rows.join("\n")}\n`);
  const names = (await db.select({ name: providers.name }).from(providers)).map(({ name }) => name);
  return { names, codes: (await listRows(db, batchId)).map(codesOf) };
}

it("an organisation that a list calls by three names is one, and the preview says so", async () => {
  const { names, codes } = await imported([
    "Newtown,CA2 7HY,eye care,Zeta Eyes Ltd,company",
    "Botchergate,CA1 1QS,eye care,Zeta Eyes,company",
    "Denton,CA2 5HZ,eye care,The Zeta Eyes,company",
  ]);
  expect(names).toEqual(["Zeta Eyes Ltd"]);
  expect(codes).toEqual([["new-provider"], ["provider-alike-row"], ["provider-alike-row"]]);
});

it("what a row named some hundreds of rows before is remembered, and by what a repair does", async () => {
  const admin = await makeActor(db, "admin");
  const rows = Array.from({ length: 520 }, (_, at) => `Clinic ${at},CA2 7HY,eye care,not named,`);
  rows[0] = "Newtown,CA2 7HY,hearing,Zeta Eyes Ltd,company";
  rows[515] = "Newtown,CA2 7HY,MRI,Zeta Eyes,company";
  rows[516] = "Newtown,CA2 7HY,hearing,Zeta Eyes,company";
  const batchId = await stage(db, admin, `${HEAD}${rows.join("\n")}\n`);
  const last = async () => (await listRows(db, batchId)).slice(515, 517);
  expect((await last()).map(({ plan }) => [plan?.place?.row, plan?.provider?.row])).toEqual([
    [2, 2],
    [undefined, undefined],
  ]);
  expect((await last())[1]?.problems).toMatchObject([{ code: "row-twice", detail: "2" }]);
  const { version } = await loadImport(db, admin, batchId);
  const cells = { provider: "Other Eyes Ltd" };
  await repairRow(db, admin, { batchId, version, number: 2, cells, decision: "" });
  expect((await last()).map(({ outcome, plan }) => [outcome, plan?.provider])).toEqual([
    ["new", { id: null, name: "Zeta Eyes" }],
    ["new", { id: null, name: "Zeta Eyes", row: 517 }],
  ]);
});

it("another form in law within a list is asked", async () => {
  const { names, codes } = await imported([
    "Newtown,CA2 7HY,eye care,Ears plc,company",
    "Botchergate,CA1 1QS,eye care,Ears CIC,community interest company",
  ]);
  expect(names).toEqual(["Ears plc"]);
  expect(codes).toEqual([["new-provider"], ["provider-which"]]);
});

it("somebody can say that it is another organisation than the one an earlier row names", async () => {
  const admin = await makeActor(db, "admin");
  const rows = [
    "Newtown,CA2 7HY,eye care,Zeta Eyes Ltd,company",
    "Botchergate,CA1 1QS,MRI,Zeta Eyes,company",
  ];
  const batchId = await stage(db, admin, `${HEAD}${rows.join("\n")}\n`);
  const [, alike] = await listRows(db, batchId);
  expect(alike && decisionsOf(alike)).toContain("new-provider");
  const { version } = await loadImport(db, admin, batchId);
  await repairRow(db, admin, { batchId, version, number: 3, cells: {}, decision: "new-provider" });
  const [, other] = await listRows(db, batchId);
  expect([other?.plan?.provider, codesOf(other)]).toEqual([
    { id: null, name: "Zeta Eyes" },
    ["new-provider"],
  ]);
});

it("takes another spelling of a provider that we have for that provider, and says so", async () => {
  await importList(
    db,
    `${HEAD}Newtown,CA2 7HY,eye care,SpaMedica,company\nBotchergate,CA1 1QS,hearing,InHealth Limited,company\n`,
  );
  const admin = await makeActor(db, "admin");
  const batchId = await stage(
    db,
    admin,
    `${HEAD}A,CA2 7HY,hearing,SpaMedica Ltd,\nB,CA2 7HY,hearing,Spa Medica,\nC,CA2 7HY,hearing,SpaMedica UK Ltd,\nD,CA2 7HY,hearing,In Health,\n`,
    later,
  );
  const rows = await listRows(db, batchId);
  expect(rows.map(({ plan, warnings }) => [plan?.provider?.name, warnings[0]?.code])).toEqual([
    ["SpaMedica", "provider-alike"],
    ["SpaMedica", "provider-alike"],
    ["SpaMedica", "provider-alike"],
    ["InHealth Limited", "provider-alike"],
  ]);
});
