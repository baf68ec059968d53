import { expect, it, test } from "vitest";
import { findBatch } from "@/db/queries/batches";
import { setCalled } from "@/db/queries/colleagues";
import { listRows } from "@/db/queries/imports";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { eraseAccount } from "@/server/campaigners/erase-account";
import { suspendAccount } from "@/server/campaigners/suspend-account";
import { approveImport } from "@/server/imports/engine/approve-import";
import { discardRow } from "@/server/imports/engine/discard-row";
import { expireImportHolds, type HoldMove, holdImport } from "@/server/imports/engine/hold-import";
import { loadImport, loadImportsToApprove } from "@/server/imports/engine/load-import";
import { refuseImport } from "@/server/imports/engine/refuse-import";
import { submitImport } from "@/server/imports/engine/submit-import";
import { LIST, makeActor, stage, versionOf } from "@/server/imports/testing";
import { loadAudit, WHOLE_AUDIT } from "@/server/reports/pages/load-audit";

const db = testDb();
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

async function begin(list = LIST) {
  const [admin, anna, bert] = [
    await makeActor(db, "admin"),
    await makeActor(db, "moderator"),
    await makeActor(db, "moderator"),
  ];
  const batchId = await stage(db, admin, list);
  const seen = async () => ({ batchId, version: await versionOf(db, batchId) });
  await submitImport(db, admin, await seen());
  const hold = async (actor: CampaignerActor, move: HoldMove, now = new Date(), note = "She is on leave") =>
    holdImport(db, actor, { ...(await seen()), move, note }, now);
  const approve = async (actor: CampaignerActor, now = new Date()) =>
    approveImport(db, actor, { ...(await seen()), rule: "all", warned: true }, undefined, now);
  return { admin, anna, bert, batchId, seen, hold, approve };
}

it("keeps others from deciding it, until it is given back, taken over or run out", async () => {
  const { admin, anna, bert, batchId, seen, hold, approve } = await begin();
  await expect(hold(admin, "hold")).rejects.toMatchObject({ reason: "own-import" });
  await hold(anna, "hold");
  await setCalled(db, anna.id, "Alex Q.");
  const read = await loadImport(db, bert, batchId);
  expect([read.hold?.byMe, read.hold?.handle, read.refusals.approve]).toEqual([false, "Alex Q.", "held"]);
  expect((await loadImport(db, anna, batchId)).refusals.approve).toBeUndefined();
  expect((await loadImportsToApprove(db, anna)).imports[0]?.held?.byMe).toBe(true);
  await expect(approve(bert)).rejects.toMatchObject({ reason: "held" });
  await expect(hold(bert, "hold")).rejects.toMatchObject({ reason: "held" });
  // Its importer takes it back by refusing it: not while somebody looks at it.
  await expect(
    refuseImport(db, admin, { ...(await seen()), reason: "It is a wrong list" }),
  ).rejects.toMatchObject({
    reason: "held",
  });
  await expect(hold(bert, "take-over", new Date(), " ")).rejects.toMatchObject({
    fields: { note: "note-needed" },
  });
  await hold(bert, "take-over");
  await expect(hold(anna, "renew")).rejects.toMatchObject({ reason: "not-holder" });
  await hold(bert, "release");
  await approve(anna);
  expect(await findBatch(db, batchId)).toMatchObject({
    state: "approved",
    heldBy: null,
    holdExpiresAt: null,
  });
});

it("runs out at its minute, also where nobody has swept it; a sweep says so once", async () => {
  const { anna, bert, batchId, hold } = await begin();
  const now = new Date();
  await hold(anna, "hold", now);
  const until = (await findBatch(db, batchId))?.holdExpiresAt ?? now;
  expect(until.getTime() - now.getTime()).toBe(30 * 60_000);
  expect(await expireImportHolds(db, undefined, new Date(until.getTime() - 1))).toBe(0);
  await hold(anna, "renew", minutes(20));
  expect(await expireImportHolds(db, undefined, until)).toBe(0);
  expect(await expireImportHolds(db, undefined, minutes(51))).toBe(1);
  expect(await expireImportHolds(db, undefined, minutes(51))).toBe(0);
  await expect(expireImportHolds(db, bert)).rejects.toMatchObject({ reason: "system-only" });
  await hold(bert, "hold", minutes(51));
});

it.each(["suspended", "erased"] as const)("ends when its holder is %s", async (how) => {
  const { anna, bert, batchId, hold, approve } = await begin();
  const admin = await makeActor(db, "admin");
  await hold(anna, "hold");
  if (how === "suspended")
    await suspendAccount(db, admin, { id: anna.id }, { because: "Their mailbox was stolen" });
  else await eraseAccount(db, anna, { id: anna.id });
  expect(await findBatch(db, batchId)).toMatchObject({ heldBy: null, holdExpiresAt: null });
  if (how === "suspended") {
    const { lines } = await loadAudit(db, admin, { filter: { ...WHOLE_AUDIT, about: batchId } });
    expect(lines[0]).toMatchObject({ action: "batch.released", actorId: admin.id });
  }
  await approve(bert);
});

it("is taken by whoever leaves out a row", async () => {
  const { anna, bert, seen } = await begin();
  const [row] = await listRows(db, (await seen()).batchId);
  const number = row?.number ?? 0;
  await discardRow(db, anna, { ...(await seen()), number, isBack: false });
  await expect(discardRow(db, bert, { ...(await seen()), number, isBack: true })).rejects.toMatchObject({
    reason: "held",
  });
  await discardRow(db, anna, { ...(await seen()), number, isBack: true });
});

it("stands in the audit move by move, under the name of the list", async () => {
  const { admin, anna, bert, batchId, seen, hold, approve } = await begin();
  await hold(anna, "hold");
  await hold(anna, "renew");
  await hold(bert, "take-over");
  const [row] = await listRows(db, batchId);
  await discardRow(db, bert, { ...(await seen()), number: row?.number ?? 0, isBack: false });
  await approve(bert);
  const { lines } = await loadAudit(db, admin, { filter: { ...WHOLE_AUDIT, about: batchId } });
  const actions = lines.map(({ action }) => action).reverse();
  expect(actions.filter((action) => action.startsWith("batch."))).toEqual([
    "batch.staged",
    "batch.submitted",
    "batch.held",
    "batch.renewed",
    "batch.taken-over",
    "batch.row-dropped",
    "batch.approved",
  ]);
  expect(new Set(lines.map(({ subjectName }) => subjectName))).toEqual(new Set(["Our list for Cumbria"]));
});

test("a row that names one person is something to look at, by the queue's own rule", async () => {
  const list =
    "Place,Postcode,Kind of care,Provider,Kind of provider\nNewtown,CA2 7HY,MRI,Dr A. Example,company\n";
  const { batchId, bert, seen } = await begin(list);
  const [row] = await listRows(db, batchId);
  expect(row?.warnings.map(({ code }) => code)).toContain("names-a-person");
  await expect(approveImport(db, bert, { ...(await seen()), rule: "all" })).rejects.toMatchObject({
    fields: { warned: "warned-not-looked-at" },
  });
});
