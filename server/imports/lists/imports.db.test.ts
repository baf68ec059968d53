import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeArea } from "@/db/factories";
import { listRows } from "@/db/queries/imports";
import { placeAddresses, places, providers } from "@/db/schema/places";
import { services } from "@/db/schema/services";
import { batchRows, claims } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { approveImport } from "@/server/imports/engine/approve-import";
import { moveImport } from "@/server/imports/engine/find-import";
import { loadImport } from "@/server/imports/engine/load-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { refusedCsv } from "@/server/imports/engine/refused-csv";
import { submitImport } from "@/server/imports/engine/submit-import";
import { undoImport } from "@/server/imports/engine/undo-import";
import { mapColumns } from "@/server/imports/lists/map-columns";
import { repairRow } from "@/server/imports/lists/repair-row";
import { stageImport } from "@/server/imports/lists/stage-import";
import {
  fileOf,
  importList,
  LIST,
  makeActor,
  SOURCE,
  stage,
  stageInput,
  versionOf,
} from "@/server/imports/testing";
import { findPostcode } from "@/server/reference/find-postcode";

const db = testDb();

async function outcomes(batchId: string) {
  return (await listRows(db, batchId)).map(({ number, outcome }) => [number, outcome]);
}

it("previews a list, publishes it once a second person approves, and says so in the record", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, LIST);
  expect(await outcomes(batchId)).toEqual([
    [2, "new"],
    [3, "new"],
  ]);
  expect(await db.select().from(services)).toEqual([]);

  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
  await expect(approveImport(db, admin, seen)).rejects.toMatchObject({ reason: "own-import" });
  const moderator = await makeActor(db, "moderator");
  expect(await approveImport(db, moderator, seen)).toEqual({ applied: 2, leftOut: 0 });

  const rows = await db.select().from(services).orderBy(services.name);
  expect(rows).toMatchObject([
    { name: "Diagnostics and scans at Newtown Scans", providerId: null, batchId, visibility: "published" },
    { name: "Eye care at Botchergate Eye Clinic", startedOn: "2024-03-01", status: "operating" },
  ]);
  const [address] = await db.select().from(placeAddresses).where(eq(placeAddresses.postcode, "CA2 7HY"));
  expect(address).toMatchObject({ precision: "postcode", town: "Carlisle" });
  const said = await db.select({ says: claims.says, on: claims.confirmedOn }).from(claims);
  expect(said.every(({ on }) => on === "2026-03-01")).toBe(true);
});

it("changes nothing when the same list comes again, the very same or in another file", async () => {
  const { batchId, admin } = await importList(db, LIST);
  expect(await stageImport(db, admin, stageInput(), fileOf(LIST))).toEqual({ batchId, isAgain: true });
  const again = await stage(db, admin, LIST.replace("Place,", "Site,"));
  expect(await outcomes(again)).toEqual([
    [2, "unchanged"],
    [3, "unchanged"],
  ]);
  await expect(
    submitImport(db, admin, { batchId: again, version: await versionOf(db, again) }),
  ).rejects.toMatchObject({ fields: { rows: "nothing-to-do" } });
});

it("proposes a change of the service that is there instead of a twin, and flags another provider for a look", async () => {
  const { admin } = await importList(db, LIST);
  const later = { source: { ...SOURCE, title: "A later list", publishedOn: "2026-09" } };
  const batchId = await stage(
    db,
    admin,
    `Place,Postcode,Kind of care,Provider,Kind of provider
Newtown  scans,ca27hy,MRI,Scanners plc,plc
Botchergate Eye Clinic,CA1 1QS,eye care,Other Eyes Ltd,not known
Botchergate Clinic,CA1 1QS,hearing,Sight Ltd,
`,
    later,
  );
  const rows = await listRows(db, batchId);
  expect(rows.map(({ outcome, warnings }) => [outcome, warnings.map(({ code }) => code)])).toEqual([
    ["changed", ["new-provider"]],
    ["new", ["another-provider-there", "new-provider"]],
    ["new", ["place-look"]],
  ]);
  expect(rows[0]?.plan?.changes).toContainEqual({
    field: "provider",
    kind: "sets",
    from: null,
    to: "Scanners plc",
  });
});

it.each(["withheld", "erased"] as const)(
  "what is %s does not come back with an import",
  async (visibility) => {
    const { admin } = await importList(db, LIST);
    await db.update(providers).set({ visibility });
    await db.update(places).set({ visibility }).where(eq(places.name, "Newtown Scans"));
    const source = { ...SOURCE, title: "Another list", publishedOn: "2026-09" };
    const rows = await listRows(db, await stage(db, admin, LIST, { source }));
    expect(
      rows.map(({ outcome, problems }) => [outcome, problems.map(({ column, code }) => [column, code])]),
    ).toEqual([
      ["refused", [["provider", "held-back"]]],
      ["refused", [["place", "held-back"]]],
    ]);
  },
);

it("a list cannot bring an NHS body, nor a new provider of which it does not say what it is", async () => {
  const admin = await makeActor(db, "admin");
  const list = LIST.replace("Sight Ltd,company", "Example NHS Trust,").replace("not named", "Drs A and B");
  const rows = await listRows(db, await stage(db, admin, list));
  expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ["provider-nhs"],
    ["provider-kind-needed"],
  ]);
});

it("refused rows are repaired on the screen, and rows can be left out", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, `${LIST}Third,Carlisle,XX9 9XX,eye care,Sight Ltd,company,\n`);
  expect((await outcomes(batchId))[2]).toEqual([4, "refused"]);
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  await repairRow(db, admin, { ...(await seen()), number: 4, cells: { postcode: "CA1 2RW" }, decision: "" });
  await repairRow(db, admin, { ...(await seen()), number: 2, cells: {}, decision: "skip" });
  expect((await outcomes(batchId))[2]).toEqual([4, "new"]);
  await submitImport(db, admin, await seen());
  const done = await approveImport(db, await makeActor(db, "admin"), {
    ...(await seen()),
    rule: "all",
    warned: true,
  });
  expect(done).toEqual({ applied: 2, leftOut: 1 });
});

it("columns are chosen by hand where the headings tell nothing", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, "a,b,c,d\nNewtown Scans,CA2 7HY,MRI,not named\n");
  expect(await outcomes(batchId)).toEqual([[2, "refused"]]);
  const columns = { place: "0", postcode: "1", category: "2", provider: "3" };
  const seen = { batchId, version: await versionOf(db, batchId) };
  await expect(mapColumns(db, admin, { ...seen, columns: { place: "0" } })).rejects.toMatchObject({
    fields: { category: "required", provider: "required" },
  });
  await mapColumns(db, admin, { ...seen, columns });
  expect(await outcomes(batchId)).toEqual([[2, "new"]]);
});

it("an approver who saw another preview than the records now give writes nothing and looks again", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, LIST);
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const seen = { batchId, version: await versionOf(db, batchId), rule: "all", warned: true };
  await importList(db, LIST, { source: { ...SOURCE, title: "Somebody else's list" } });
  const moderator = await makeActor(db, "moderator");
  await expect(approveImport(db, moderator, seen)).rejects.toMatchObject({ what: "batch.preview-changed" });
  expect(await loadImport(db, admin, batchId)).toMatchObject({ state: "submitted" });
  expect(await outcomes(batchId)).toEqual([
    [2, "unchanged"],
    [3, "unchanged"],
  ]);
});

it("a list that says it is complete flags what it no longer names, and ends nothing", async () => {
  await importList(db, LIST);
  const [first = ""] = LIST.split("Newtown");
  const { batchId, admin } = await importList(db, first, { isComplete: true });
  const flagged = () => db.select().from(services).where(eq(services.mayHaveEnded, "no-longer-listed"));
  expect(await flagged()).toMatchObject([
    { name: "Diagnostics and scans at Newtown Scans", status: "operating" },
  ]);
  await undoImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  expect(await flagged()).toEqual([]);
});

it("what a row that was not applied would have named is not missed by the complete list after it", async () => {
  const { batchId } = await importList(db, LIST);
  await db
    .update(batchRows)
    .set({ isApplied: false })
    .where(and(eq(batchRows.batchId, batchId), eq(batchRows.number, 3)));
  const [first = ""] = LIST.split("Newtown");
  await importList(db, `${first}Third,Carlisle,CA1 2RW,MRI,not named,,\n`, { isComplete: true });
  expect(await db.$count(services, eq(services.mayHaveEnded, "no-longer-listed"))).toBe(0);
});

it("nobody but an admin imports, nobody moves what has moved on, and a refusal has a reason", async () => {
  const moderator = await makeActor(db, "moderator");
  await expect(stage(db, moderator, LIST)).rejects.toMatchObject({ reason: "not-admin" });
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, LIST);
  const seen = { batchId, version: await versionOf(db, batchId) };
  await expect(approveImport(db, moderator, { ...seen, rule: "all", warned: true })).rejects.toMatchObject({
    reason: "wrong-state",
  });
  await expect(refuseImport(db, moderator, { ...seen, reason: " " })).rejects.toMatchObject({
    fields: { reason: "reason-needed" },
  });
  await refuseImport(db, moderator, { ...seen, reason: "It is about Wales." });
  await expect(submitImport(db, admin, seen)).rejects.toMatchObject({
    what: "batch.refused",
    by: moderatorHandle(moderator.id),
  });
  // The same for who had read it before the other wrote.
  const read = { id: batchId, version: seen.version, state: "previewed" } as const;
  await expect(moveImport(db, read, { state: "submitted" })).rejects.toMatchObject({
    what: "batch.refused",
    by: moderatorHandle(moderator.id),
  });
  // What was turned down can be brought again.
  expect(await stage(db, admin, LIST)).not.toBe(batchId);
});

const SECRET = `Place,Postcode,Kind of care,Provider,Kind of provider,Note,Colour
Secret House,CA2 7HY,abortion,Care Ltd,company,Behind the station,Red door
`;

it("refuses a service that is shown by area only where nobody can tell the health body, and never places it", async () => {
  expect(await outcomes(await stage(db, await makeActor(db, "admin"), SECRET))).toEqual([[2, "refused"]]);
});

it("keeps no place of a service that is shown by area only, neither in the record nor in the import", async () => {
  const found = findPostcode("CA2 7HY");
  if (found.status !== "found") throw new Error("the postcode of the test is gone");
  // First of all: other tests make the same area, and one that has audited already must not wait for them.
  const area = await makeArea(db, { kind: "icb", code: found.healthBody });
  const { batchId } = await importList(db, SECRET);
  const [row] = await listRows(db, batchId);
  expect(row).toMatchObject({ isApplied: true, outcome: "new" });
  const [service] = await db.select().from(services);
  expect(service).toMatchObject({
    visibility: "area-only",
    placeId: null,
    name: "Abortion",
    slug: "abortion",
  });
  const stored = JSON.stringify([row, await db.select().from(claims), service]);
  for (const telling of ["Secret", "CA2", "station", "Red door"]) expect(stored).not.toContain(telling);
  expect(stored).toContain(area.id);
  expect(await db.select().from(places)).toEqual([]);
});

it("gives the refused rows back with what to do, and nothing in them that a spreadsheet would run", async () => {
  const admin = await makeActor(db, "admin");
  const batchId = await stage(db, admin, `${LIST}=1+1,Carlisle,CA2 7HY,MRI,not named,,\n`);
  expect(await refusedCsv(db, admin, batchId)).toBe(
    "Place,Town,Postcode,Kind of care,Provider,Kind of provider,Since,Row,What to do\r\n" +
      "'=1+1,Carlisle,CA2 7HY,MRI,not named,,,4,Place: “=1+1” begins like a formula. Write the text itself.\r\n",
  );
  const stranger = await makeActor(db, "campaigner");
  await expect(refusedCsv(db, stranger, batchId)).rejects.toMatchObject({ reason: "not-moderator" });
});

it("approves by a rule, or by a sample of which every row was looked at", async () => {
  const admin = await makeActor(db, "admin");
  const moderator = await makeActor(db, "moderator");
  const batchId = await stage(db, admin, LIST);
  await submitImport(db, admin, { batchId, version: await versionOf(db, batchId) });
  const seen = { batchId, version: await versionOf(db, batchId) };
  await expect(approveImport(db, moderator, { ...seen, rule: "sample", looked: [2] })).rejects.toMatchObject({
    fields: { looked: "sample-not-looked-at" },
  });
  await expect(approveImport(db, moderator, { ...seen, rule: "some" })).rejects.toMatchObject({
    fields: { rule: "rule-needed" },
  });
  // The first row names a provider that is new to us, which somebody should look at.
  expect(await approveImport(db, moderator, { ...seen, rule: "without-warnings" })).toEqual({
    applied: 1,
    leftOut: 1,
  });
  const other = await stage(db, admin, LIST, {
    source: { ...SOURCE, title: "Another", publishedOn: "2026-09" },
  });
  await submitImport(db, admin, { batchId: other, version: await versionOf(db, other) });
  const sampled = { batchId: other, version: await versionOf(db, other), rule: "sample", looked: [2, 3] };
  // A sample stands for rows like its own: those with something to look at are taken when somebody says so.
  await expect(approveImport(db, moderator, sampled)).rejects.toMatchObject({
    fields: { warned: "warned-not-looked-at" },
  });
  expect(await approveImport(db, moderator, { ...sampled, warned: true })).toEqual({
    applied: 2,
    leftOut: 0,
  });
  expect(await loadImport(db, admin, other)).toMatchObject({ rule: "sample: rows 2, 3" });
});
