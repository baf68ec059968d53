import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { saveSetting } from "@/db/queries/settings";
import { services } from "@/db/schema/services";
import { batches } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { approveImport } from "@/server/imports/engine/approve-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { submitImport } from "@/server/imports/engine/submit-import";
import { mapColumns } from "@/server/imports/lists/map-columns";
import { repairRow } from "@/server/imports/lists/repair-row";
import { makeActor, stage } from "@/server/imports/testing";
import { AREA_ONLY_SETTING } from "@/server/records/area-only";
import { findPostcode } from "@/server/reference/find-postcode";

const db = testDb();
let admin: CampaignerActor;
beforeEach(async () => {
  admin = await makeActor(db, "admin");
});

const HEAD = "Place,Postcode,Kind of care,Provider,Provider kind,Status,Note,Colour\n";
const TELLING = /Secret|CA2|7H|station|Red door/;

async function makeHealthBody() {
  const found = findPostcode("CA2 7HY");
  if (found.status !== "found") throw new Error("the postcode of the test is gone");
  return makeArea(db, { kind: "icb", code: found.healthBody });
}
async function seen(batchId: string) {
  const [row] = await db.select({ version: batches.version }).from(batches).where(eq(batches.id, batchId));
  return { batchId, version: row?.version ?? 0 };
}
const stored = async (batchId: string) => JSON.stringify(await listRows(db, batchId));

it.each([
  [
    "no health body is known",
    "Secret House,CA2 7HY,abortion,Care Ltd,company,operating,Behind the station,Red door",
  ],
  [
    "a postcode is misspelt",
    "Secret House,CA2 7HYY,sexual assault,Care Ltd,company,operating,Behind the station,Red door",
  ],
  ["a status is unknown", "Secret House,CA2 7HY,abortion,Care Ltd,company,maybe,Behind the station,Red door"],
  [
    "the category is misspelt",
    "Secret House,CA2 7HY,abortions,Care Ltd,company,operating,Behind the station,Red door",
  ],
  ...[
    "SARC suite",
    "TOP clinic",
    "termination of pregnancy service",
    "sexual health assault referral service",
    "women's refuge beds",
    "gender dysphoria services",
  ].map((kind) => [
    `a usual word for it: ${kind}`,
    `Secret House,CA2 7HY,${kind},Care Ltd,company,operating,Behind the station,Red door`,
  ]),
  [
    "only its name says so",
    "Secret Abortion House,CA2 7HY,clinic of ours,Care Ltd,company,operating,Behind the station,Red door",
  ],
  [
    "cells have moved",
    "Secret House,Red door,CA2 7HY,abortion,Care Ltd,company,operating,Behind the station,Red door,x",
  ],
  ["cells are missing", "Secret House,CA2 7HY,abortion,Care Ltd,company,Behind the station"],
])("a refused row keeps no place, nor does its download: %s", async (_, row) => {
  const batchId = await stage(db, admin, `${HEAD}${row}\n`);
  expect(await listRows(db, batchId)).toMatchObject([{ outcome: "refused" }]);
  expect(await stored(batchId)).not.toMatch(TELLING);
  expect(await refusedCsv(db, admin, batchId)).not.toMatch(TELLING);
});

it("a refused row keeps its area, so that only what is wrong has to be repaired", async () => {
  const area = await makeHealthBody();
  const batchId = await stage(db, admin, `${HEAD}Secret House,CA2 7HY,abortion,Care Ltd,company,maybe,,\n`);
  await repairRow(db, admin, {
    ...(await seen(batchId)),
    number: 2,
    cells: { status: "operating" },
    decision: "",
  });
  expect(await listRows(db, batchId)).toMatchObject([{ outcome: "new", parsed: { areaId: area.id } }]);
});

it("a category that an admin added keeps no place", async () => {
  await makeHealthBody();
  await saveSetting(db, AREA_ONLY_SETTING, ["fertility"]);
  const row = "Secret House,CA2 7HY,fertility,Care Ltd,company,operating,Behind the station,Red door";
  const batchId = await stage(db, admin, `${HEAD}${row}\n`);
  expect(await listRows(db, batchId)).toMatchObject([{ outcome: "new" }]);
  expect(await stored(batchId)).not.toMatch(TELLING);
});

it("cells are kept only until a column is chosen for the category, or the import is refused", async () => {
  await makeHealthBody();
  const list = "a,b,c,d,e,f\nSecret House,CA2 7HY,abortion,Care Ltd,Red door,company\n";
  const batchId = await stage(db, admin, list);
  expect(await refusedCsv(db, admin, batchId)).not.toMatch(TELLING);
  const other = await stage(db, admin, list.replace("a,b", "A,B"));
  await refuseImport(db, admin, { ...(await seen(other)), reason: "The list is not ours." });
  expect(await stored(other)).not.toMatch(TELLING);

  const columns = { place: "0", postcode: "1", category: "2", provider: "3", "provider-kind": "5" };
  await mapColumns(db, admin, { ...(await seen(batchId)), columns });
  expect(await listRows(db, batchId)).toMatchObject([{ outcome: "new" }]);
  expect(await stored(batchId)).not.toMatch(TELLING);
});

it("the category alone is enough while another needed column is not chosen", async () => {
  const batchId = await stage(
    db,
    admin,
    "a,Postcode,Kind of care,Provider\nSecret House,CA2 7HY,abortion,Care Ltd\n",
  );
  expect(await stored(batchId)).not.toMatch(TELLING);
});

it("two services of one provider in one board are two, from the preview to the approval", async () => {
  await makeHealthBody();
  const batchId = await stage(
    db,
    admin,
    `${HEAD}Secret House,CA2 7HY,abortion,Care Ltd,company,operating,,\nAnother House,CA2 7HX,abortion,Care Ltd,company,operating,,\nThird,XX9 9XX,MRI,Care Ltd,company,operating,,\n`,
  );
  const outcomes = async () => (await listRows(db, batchId)).map(({ outcome }) => outcome);
  expect(await outcomes()).toEqual(["new", "new", "refused"]);
  await repairRow(db, admin, { ...(await seen(batchId)), number: 4, cells: {}, decision: "skip" });
  expect(await outcomes()).toEqual(["new", "new", "refused"]);
  await submitImport(db, admin, await seen(batchId));
  const moderator = await makeActor(db, "moderator");
  const done = await approveImport(db, moderator, { ...(await seen(batchId)), rule: "all", warned: true });
  expect(done).toEqual({ applied: 2, leftOut: 1 });
  expect(await db.select().from(services)).toHaveLength(2);
});

const WORDY = [
  "Marie Stopes Abortion Clinic,CA2 7HY,outpatient clinic,not named,,,,",
  "Newtown,CA2 7HY,eye care,not named,,,Beside the women's refuge,",
  "Top Valley Clinic,CA2 7HY,hearing,not named,,,The contract had a termination clause,",
];
const said = async (batchId: string) =>
  (await listRows(db, batchId)).map(({ outcome, problems, warnings }) => [
    outcome,
    ...[...problems, ...warnings].map(({ code, detail }) => `${code} ${detail}`),
  ]);

it("a name or a note that tells such care under another kind of care is refused until somebody answers", async () => {
  const batchId = await stage(db, admin, `${HEAD}${WORDY.join("\n")}\n`);
  expect(await said(batchId)).toEqual([
    ["refused", "could-be-sensitive abortion"],
    ["refused", "could-be-sensitive womens refuge"],
    ["new"],
  ]);
  // Only the importer, who has to answer, sees where it is.
  expect(await refusedCsv(db, admin, batchId)).not.toMatch(/Marie|Newtown|Beside/);
  await repairRow(db, admin, { ...(await seen(batchId)), number: 3, cells: {}, decision: "not-sensitive" });
  expect(await said(batchId)).toEqual([
    ["refused", "could-be-sensitive abortion"],
    ["new", "sensitive-words womens refuge"],
    ["new"],
  ]);
});

it("the answer that it is such care keeps its area, and no place", async () => {
  const area = await makeHealthBody();
  const batchId = await stage(db, admin, `${HEAD}${WORDY[0]}\n`);
  const repair = { number: 2, cells: { category: "abortion" }, decision: "" };
  await repairRow(db, admin, { ...(await seen(batchId)), ...repair });
  expect(await listRows(db, batchId)).toMatchObject([{ outcome: "new", parsed: { areaId: area.id } }]);
  expect(await stored(batchId)).not.toMatch(/Marie|CA2|7HY/);
});

it.each(["all", "only-new"] as const)(
  "the rule %s publishes no such row that nobody answered, nor is its place kept",
  async (rule) => {
    const batchId = await stage(db, admin, `${HEAD}${WORDY.join("\n")}\n`);
    await submitImport(db, admin, await seen(batchId));
    const moderator = await makeActor(db, "moderator");
    const done = await approveImport(db, moderator, { ...(await seen(batchId)), rule, warned: true });
    expect(done).toEqual({ applied: 1, leftOut: 2 });
    expect(await db.select({ category: services.category }).from(services)).toEqual([
      { category: "hearing" },
    ]);
    expect(await stored(batchId)).not.toMatch(/Marie|Newtown|Beside/);
  },
);

it("a refused row whose kind of care cannot be read is not kept when its import is over", async () => {
  const rows = [
    "Hidden House,LS1 4DY,sexual asault,Care Ltd,company,operating,at 5 Mill Street,",
    "Botchergate,CA1 1QS,hearing,not named,,,,",
  ];
  const batchId = await stage(db, admin, `${HEAD}${rows.join("\n")}\n`);
  expect((await listRows(db, batchId)).map(({ outcome }) => outcome)).toEqual(["refused", "new"]);
  await submitImport(db, admin, await seen(batchId));
  await approveImport(db, await makeActor(db, "moderator"), {
    ...(await seen(batchId)),
    rule: "all",
    warned: true,
  });
  expect(await stored(batchId)).not.toMatch(/Hidden|LS1|Mill Street/);
});
