import { expect, it } from "vitest";
import { listRows } from "@/db/queries/imports";
import { providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { approveImport } from "@/server/imports/approve-import";
import { loadImport } from "@/server/imports/load-import";
import { repairRow } from "@/server/imports/repair-row";
import { submitImport } from "@/server/imports/submit-import";
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
  await approveImport(db, await makeActor(db, "moderator"), { ...(await seen()), rule: "all" });
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
  expect(rows.map(({ outcome, raw }) => [outcome, raw.length])).toEqual([
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
