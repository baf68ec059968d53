import { eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { makeCampaigner, makeProposal, makeProvider, makeReport } from "@/db/factories";
import { decisions, mailOutbox, reports, reviews } from "@/db/schema";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { DecisionVerdict } from "@/domain/reports/proposal";
import { percentInTime } from "@/domain/reports/work-health";
import { audit } from "@/server/audit";
import { holdReport } from "@/server/reports/moves/hold-report";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { findWorkHealth, loadWorkHealth } from "@/server/reports/pages/load-work-health";
import { sendWeeklyHealth } from "@/server/reports/pages/weekly-health";

const db = testDb();
const HOUR = 3_600_000;
const now = new Date();
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

async function decided(given: {
  sent: Date;
  at: Date;
  verdict: "approve" | "reject";
  state: "approved" | "rejected";
}) {
  const moderatorId = (await makeCampaigner(db, { role: "moderator" })).id;
  const report = await makeReport(db, { submittedAt: given.sent, state: given.state });
  const { verdict, at: decidedAt } = given;
  const reason = "It says so there.";
  await db
    .insert(decisions)
    .values({ reportId: report.id, revision: 1, moderatorId, verdict, reason, decidedAt });
  return { report, moderatorId };
}

it("counts hours to the first decision, what waits by age, verdicts, what stands, and what reviewers said", async () => {
  await decided({ sent: ago(30), at: ago(20), verdict: "approve", state: "approved" });
  const { report } = await decided({ sent: ago(130), at: ago(30), verdict: "reject", state: "rejected" });
  await decided({ sent: ago(24 * 41), at: ago(24 * 40), verdict: "approve", state: "approved" });
  await decided({ sent: ago(24 * 41), at: ago(24 * 40), verdict: "approve", state: "rejected" });
  // Before all that is looked back on.
  await decided({ sent: ago(24 * 200), at: ago(24 * 199), verdict: "approve", state: "approved" });
  const reviewerId = (await makeCampaigner(db, { role: "trusted-campaigner" })).id;
  const said = { reportId: report.id, revision: 1, reviewerId, reason: "It has closed, I was there." };
  await db.insert(reviews).values({ ...said, verdict: "dispute" });
  await makeReport(db, { submittedAt: ago(3 * 24) });
  await makeReport(db, { submittedAt: ago(1) });
  await makeReport(db, { submittedAt: ago(1), setAsideAt: now });
  const health = await findWorkHealth(db, now);
  expect(health.hoursToDecision.count).toBe(4);
  expect(health.hoursToDecision.median).toBeCloseTo(24, 3);
  expect(health.hoursToDecision).toMatchObject({ withinAim: 3, overdue: 1 });
  // Four were decided, and one has waited for too long to be in time.
  expect(percentInTime(health.hoursToDecision)).toBe(60);
  expect(health.waitingByAge).toEqual([1, 0, 1, 0, 0]);
  expect(health.verdicts).toEqual([
    { verdict: "approve", count: 3 },
    { verdict: "reject", count: 1 },
  ]);
  expect(health.approvals).toEqual({ count: 2, standing: 1 });
  expect(health.reviews).toEqual([{ verdict: "dispute", approved: 0, notApproved: 1 }]);
});

it("counts a report each time that it was sent, to the decision that its author got", async () => {
  const moderatorId = (await makeCampaigner(db, { role: "moderator" })).id;
  const report = await makeReport(db, { submittedAt: ago(20), state: "rejected" });
  const by: CampaignerActor = { kind: "campaigner", id: report.authorId, role: "campaigner" };
  const sent = async (action: "report.submitted" | "report.appealed", at: Date) => {
    vi.useFakeTimers({ toFake: ["Date"], now: at });
    await audit(db, by, action, { type: "report", id: report.id });
    vi.useRealTimers();
  };
  const answered = (verdict: DecisionVerdict, decidedAt: Date) =>
    db
      .insert(decisions)
      .values({ reportId: report.id, revision: 1, moderatorId, verdict, reason: "So it is.", decidedAt });
  await sent("report.submitted", ago(200));
  await answered("request-changes", ago(190));
  await sent("report.submitted", ago(150));
  await answered("send-for-second", ago(140));
  await answered("reject", ago(90));
  await sent("report.appealed", ago(20));
  await answered("confirm", ago(19));
  const { hoursToDecision } = await findWorkHealth(db, now);
  expect(hoursToDecision).toMatchObject({ count: 3, withinAim: 2 });
  expect(hoursToDecision.median).toBeCloseTo(10, 3);
  expect(hoursToDecision.ninetyFifth).toBeCloseTo(60, 3);
});

it("a visit is from the last taking to the decision; what was given back is none", async () => {
  const { report, moderatorId } = await decided({
    sent: ago(2),
    at: new Date(Date.now() + 60_000),
    verdict: "approve",
    state: "approved",
  });
  const actor: CampaignerActor = { kind: "campaigner", id: moderatorId, role: "moderator" };
  const given = await makeReport(db);
  // Without a source there is little to look at.
  const bare = { ...makeProposal({ placeName: "Bare" }), sources: [] };
  const other = await makeReport(db, { state: "approved" }, bare);
  const decision = {
    reportId: other.id,
    revision: 1,
    moderatorId,
    verdict: "approve",
    reason: "So it is.",
  } as const;
  await db.insert(decisions).values({ ...decision, decidedAt: new Date(Date.now() + 5_000) });
  await audit(db, { kind: "campaigner", id: moderatorId, role: "moderator" }, "report.held", {
    type: "report",
    id: other.id,
  });
  await audit(db, actor, "report.held", { type: "report", id: report.id });
  await audit(db, actor, "report.held", { type: "report", id: given.id });
  const { secondsOfVisit } = await findWorkHealth(db, now);
  expect(secondsOfVisit.count).toBe(1);
  expect(secondsOfVisit.median).toBeGreaterThan(50);
  expect(secondsOfVisit.median).toBeLessThan(61);
});

it("counts decisions by the rules for which reports stood in the queue when they were taken", async () => {
  const row = await makeCampaigner(db, { role: "moderator" });
  const anna: CampaignerActor = { kind: "campaigner", id: row.id, role: "moderator" };
  const authorId = (await makeCampaigner(db)).id;
  const reason = "It says so there, on the first page.";
  const proposal = makeProposal({ postcode: "", town: "Nowhere", providerName: "Dr A. Example" });
  const take = async (submittedAt: Date, given = proposal) => {
    const { id, version } = await makeReport(db, { authorId, submittedAt }, given);
    const held = await holdReport(db, anna, { reportId: id, version }, now);
    return { reportId: id, version: held.version };
  };
  const first = await take(ago(1));
  await requestChanges(db, anna, { ...first, reason }, now);
  // What is known only since it was taken changes nothing of why it was there.
  await makeProvider(db, { name: "Dr A. Example" });
  await rejectReport(db, anna, { ...(await take(ago(73))), reason }, now);
  const approved = await take(ago(73), makeProposal({ postcode: "", town: "Nowhere", naming: "not-named" }));
  const verdict = { reportId: approved.reportId, revision: 1, moderatorId: anna.id, reason };
  await db.insert(decisions).values({ ...verdict, verdict: "send-for-second" });
  await db.insert(decisions).values({ ...verdict, verdict: "confirm" });
  // Before all that is looked back on; and one that nobody took, as all were before reasons were kept.
  await db.insert(decisions).values({ ...verdict, verdict: "approve", decidedAt: ago(24 * 91) });
  await decided({ sent: ago(30), at: ago(20), verdict: "approve", state: "approved" });
  expect((await findWorkHealth(db, now)).reasons).toEqual([
    { rule: "new", approved: 1, sentBack: 1, notAccepted: 1 },
    { rule: "first-report", approved: 0, sentBack: 1, notAccepted: 0 },
    { rule: "names-a-person", approved: 0, sentBack: 1, notAccepted: 1 },
    { rule: "new-provider", approved: 0, sentBack: 1, notAccepted: 0 },
    { rule: "waiting", approved: 1, sentBack: 0, notAccepted: 1 },
  ]);
  await sendWeeklyHealth(db, new Date("2026-11-30T08:00:00Z"));
  const [mail] = await db
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.recipient, row.email ?? ""));
  expect(mail?.text).toContain("Of 1 decision on the first report of an account 0% were approvals.");
});

it("is for moderators, and mailed to them on a Monday, once", async () => {
  const row = await makeCampaigner(db, { role: "moderator" });
  await makeCampaigner(db, { role: "moderator", mailWish: "off" });
  await makeReport(db, { submittedAt: ago(24 * 7) });
  const monday = new Date("2026-11-30T08:00:00Z");
  expect(await sendWeeklyHealth(db, new Date("2026-12-01T08:00:00Z"))).toBe(0);
  expect(await sendWeeklyHealth(db, monday)).toBe(1);
  expect(await sendWeeklyHealth(db, monday)).toBe(0);
  const [mail, ...more] = await db
    .select()
    .from(mailOutbox)
    .where(eq(mailOutbox.recipient, row.email ?? ""));
  expect(more).toEqual([]);
  expect(mail?.text).toContain("Reports waiting: 1, 1 of them for six days or longer.");
  expect(mail?.text).toContain("or has waited for more than 48 hours: 0% were decided in time.");
  const volunteer: CampaignerActor = { kind: "campaigner", id: row.id, role: "campaigner" };
  await expect(loadWorkHealth(db, volunteer)).rejects.toMatchObject({ reason: "not-moderator" });
  expect(await db.$count(reports)).toBe(1);
});
