import { expect, it } from "vitest";
import { makeCampaigner, makeReport } from "@/db/factories";
import { nameOfHandle } from "@/db/queries/colleagues";
import { testDb } from "@/db/testing";
import type { CampaignerActor, Role } from "@/domain/actor";
import { callOneself } from "@/server/campaigners/call-oneself";
import { findAccount, loadAccount, loadAccounts } from "@/server/campaigners/load-accounts";
import { loadOwnAccount } from "@/server/campaigners/load-own-account";
import { loadHistory } from "@/server/records/load-history";
import { makeWorld } from "@/server/records/testing-world";
import { withholdRecord } from "@/server/records/withhold-record";
import { holdReport } from "@/server/reports/moves/hold-report";
import { loadAudit, WHOLE_AUDIT } from "@/server/reports/pages/load-audit";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadQueue } from "@/server/reports/pages/load-queue";

const db = testDb();

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

it("colleagues read the name that a moderator chose wherever they read of them, and admins find them by it", async () => {
  const [anna, bert, admin] = [await person(), await person(), await person("admin")];
  await callOneself(db, anna, "  Alex  Q. ");
  expect(await loadOwnAccount(db, anna)).toMatchObject({ called: "Alex Q." });
  const report = await makeReport(db);
  await holdReport(db, anna, { reportId: report.id, version: report.version });
  const read = await loadModerationReport(db, bert, report.id);
  expect(read.hold?.handle).toBe("Alex Q.");
  expect(read.history.map(({ who }) => who)).toContainEqual({ handle: "Alex Q." });
  const own = await loadModerationReport(db, anna, report.id);
  expect(own.others).toContainEqual({ handle: bert.id.slice(-4), name: bert.id.slice(-4) });
  const { items } = await loadQueue(db, bert);
  expect(items.find(({ id }) => id === report.id)?.held?.handle).toBe("Alex Q.");
  expect(await nameOfHandle(db, anna.id.slice(-4))).toBe("Alex Q.");
  expect(await nameOfHandle(db, "0000")).toBe("0000");

  const world = await makeWorld(db);
  const service = { type: "service", ref: world.refs.service, reason: "A court has ordered it" };
  await withholdRecord(db, anna, service);
  const history = await loadHistory(db, bert, "service", world.refs.service);
  expect(history.events.map(({ who }) => who)).toContain("Alex Q.");

  const audit = await loadAudit(db, admin, { filter: { ...WHOLE_AUDIT, who: "Moderator alex q." } });
  expect(audit.lines.map(({ action, actorName }) => [action, actorName])).toEqual([
    ["record.withheld", "Alex Q."],
    ["report.held", "Alex Q."],
    ["campaigner.called", "Alex Q."],
  ]);
  expect(audit.lines.at(-1)?.subjectName).toBe("Alex Q.");
  expect(await findAccount(db, admin, "ALEX Q.")).toEqual({ id: anna.id });
  expect((await loadAccounts(db, admin)).lines.find(({ id }) => id === anna.id)?.called).toBe("Alex Q.");
  const account = await loadAccount(db, admin, anna.id);
  expect(account.work.map(({ action, count }) => [action, count]).sort()).toEqual([
    ["campaigner.called", 1],
    ["record.withheld", 1],
    ["report.held", 1],
  ]);
  expect(account.approved).toEqual({ count: 0, standing: 0 });
});

it("is nobody else's, can be dropped, and is for moderators alone", async () => {
  const [anna, bert] = [await person(), await person()];
  await callOneself(db, anna, "Alex");
  await callOneself(db, anna, "alex");
  await expect(callOneself(db, bert, "ALEX")).rejects.toMatchObject({ fields: { called: "called-taken" } });
  await expect(callOneself(db, bert, "3f2a")).rejects.toMatchObject({ fields: { called: "called-letters" } });
  await callOneself(db, anna, "");
  await callOneself(db, bert, "Alex");
  expect(await loadOwnAccount(db, anna)).toMatchObject({ called: null });
  for (const role of ["campaigner", "trusted-campaigner"] as const)
    await expect(callOneself(db, await person(role), "Sam")).rejects.toMatchObject({
      reason: "not-moderator",
    });
});
