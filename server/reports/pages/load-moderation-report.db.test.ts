import { expect, it } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { setCalled } from "@/db/queries/colleagues";
import { testDb } from "@/db/testing";
import { type CampaignerActor, type Role, systemActor } from "@/domain/actor";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { formOf } from "@/domain/reports/new-service-form";
import { approveReport } from "@/server/reports/moves/approve-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { expireHolds } from "@/server/reports/moves/expire-holds";
import { holdReport } from "@/server/reports/moves/hold-report";
import { passOn } from "@/server/reports/moves/pass-on";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { returnReport } from "@/server/reports/moves/return-report";
import { reviewReport } from "@/server/reports/moves/review-report";
import { takeOver } from "@/server/reports/moves/take-over";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { approveAsModerator, change, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

it("says who holds it, for how long, and what that keeps others from", async () => {
  const [holder, reader] = [await person(), await person()];
  await setCalled(db, holder.id, "Anna of the North");
  const { id, version } = await makeReport(db, { state: "submitted" });
  const free = await loadModerationReport(db, reader, id, NOW);
  expect(free).toMatchObject({ hold: null, ranOut: null, first: null, became: null, undo: null });
  expect(free.refusals).toMatchObject({ approve: expect.any(String), renew: expect.any(String) });
  expect(free.refusals).not.toHaveProperty("hold");

  const held = await holdReport(db, holder, { reportId: id, version }, NOW);
  const mine = await loadModerationReport(db, holder, id, minutes(1));
  const { until, secondsLeft, ...who } = mine.hold ?? {};
  expect(who).toEqual({ byMe: true, handle: "Anna of the North" });
  expect(secondsLeft).toBe(((until?.getTime() ?? 0) - minutes(1).getTime()) / 1000);
  expect(secondsLeft).toBeGreaterThan(60);
  expect(mine.refusals).not.toHaveProperty("approve");
  const theirs = await loadModerationReport(db, reader, id, minutes(1));
  expect(theirs.hold).toEqual({ byMe: false, handle: "Anna of the North", until, secondsLeft });
  expect(theirs.refusals).toMatchObject({ approve: "not-holder", reject: "not-holder" });
  expect(theirs.refusals).not.toHaveProperty("take-over");
  await renewHold(db, holder, { reportId: id, version: held.version }, minutes(5));
  const longer = await loadModerationReport(db, reader, id, minutes(5));
  expect(longer.hold?.until.getTime()).toBe((until?.getTime() ?? 0) + 5 * 60_000);
});

it("tells of everything done with it, by whom as the reader may know them, and the notes that went with it", async () => {
  const [author, reviewer, anna, bert] = [
    await person("campaigner"),
    await person("trusted-campaigner"),
    await person(),
    await person(),
  ];
  const proposal = makeProposal({ postcode: "CA2 7HY" });
  const { id, version } = await makeReport(db, { authorId: author.id }, proposal);
  const form = { ...formOf(proposal), licence: "accepted" };
  const edited = await editReport(db, author, { reportId: id, version, form });
  await reviewReport(db, reviewer, {
    reportId: id,
    revision: 2,
    verdict: "confirm",
    reason: REASON,
    source: "Its own page",
  });
  const held = await holdReport(db, anna, { reportId: id, version: edited.version }, NOW);
  const taken = await takeOver(
    db,
    bert,
    { reportId: id, version: held.version, note: "She is ill today." },
    NOW,
  );
  const late = new Date(NOW.getTime() + 24 * 3_600_000);
  const { history, ranOut, reviews } = await loadModerationReport(db, anna, id, late);
  expect(history.map(({ action, who, note }) => [action, who, note])).toEqual([
    ["report.edited", "author", null],
    ["report.reviewed", "reviewer", null],
    ["report.held", "you", null],
    ["report.taken-over", { handle: moderatorHandle(bert.id) }, "She is ill today."],
    ["report.expired", "system", null],
  ]);
  expect(history.map(({ number }) => number)).toEqual(
    history.map(({ number }) => number).toSorted((a, b) => a - b),
  );
  expect(reviews).toMatchObject([{ verdict: "confirm", reason: REASON }]);
  expect(ranOut).toMatchObject({ wasMine: false });
  // Reviews and messages move nothing: the hold still was the last.
  expect((await loadModerationReport(db, bert, id, late)).ranOut).toEqual({ at: ranOut?.at, wasMine: true });
  expect(ranOut?.at.getTime()).toBeGreaterThan(NOW.getTime());
  expect(ranOut?.at.getTime()).toBeLessThan(late.getTime());
  expect(taken.version).toBe(held.version + 1);
  await expireHolds(db, systemActor("expiry-of-holds"), late);
});

it("names those whom it can be passed on to: not the reader, its author or whom an appeal is against", async () => {
  const [reader, colleague, named, against] = [
    await person(),
    await person("admin"),
    await person(),
    await person(),
  ];
  const writing = await person();
  await makeCampaigner(db, { role: "trusted-campaigner" });
  await setCalled(db, named.id, "Bert of the South");
  const { id, version } = await makeReport(db, {
    authorId: writing.id,
    appealedFrom: against.id,
    state: "submitted",
  });
  const { others } = await loadModerationReport(db, reader, id, NOW);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  const expected = [
    { handle: moderatorHandle(colleague.id), name: moderatorHandle(colleague.id) },
    { handle: moderatorHandle(named.id), name: "Bert of the South" },
  ];
  expect(others.toSorted(byName)).toEqual(expected.toSorted(byName));
  const held = await holdReport(db, reader, { reportId: id, version }, NOW);
  const handle = moderatorHandle(named.id);
  await passOn(
    db,
    reader,
    { reportId: id, version: held.version, to: handle, note: "Yours: I am away" },
    NOW,
  );
  expect((await loadModerationReport(db, named, id, NOW)).hold?.byMe).toBe(true);
});

it("shows the second moderator what the first would publish, and the first that another is needed", async () => {
  const [anna, bert] = [await person(), await person()];
  const proposal = makeProposal({ postcode: "CA2 7HY", providerName: "Dr A Nother" });
  const holdExpiresAt = minutes(10);
  const report = await makeReport(db, { state: "in-review", heldBy: anna.id, holdExpiresAt }, proposal);
  const seen = { reportId: report.id, version: report.version };
  const fields = [change("status", { status: "planned" })];
  const sent = await approveReport(db, anna, { ...seen, reason: REASON, fields }, NOW);
  expect(sent.state).toBe("awaiting-second");
  const shown = await loadModerationReport(db, bert, report.id, NOW);
  expect(shown.first).toEqual({
    handle: moderatorHandle(anna.id),
    reason: REASON,
    proposal: { ...proposal, status: "planned" },
  });
  expect(shown.waits).toBeNull();
  expect(shown).toMatchObject({ change: null, joined: [], waitingTwins: [], undo: null });
  expect((await loadModerationReport(db, anna, report.id, NOW)).refusals).toHaveProperty("approve");
  await returnReport(db, bert, { reportId: report.id, version: sent.version, reason: REASON }, NOW);
  const back = await loadModerationReport(db, bert, report.id, NOW);
  expect(back).toMatchObject({ first: null, hold: { byMe: false, handle: moderatorHandle(anna.id) } });
});

it("says what was published instead of what was sent, and nothing of a report that is not decided", async () => {
  const { actor, reportId } = await approveAsModerator(db, { providerName: "Sight Unseen" }, [
    change("status", { status: "planned" }),
  ]);
  const { report } = await loadModerationReport(db, actor, reportId, NOW);
  expect(report.publishedInstead).toEqual([
    { field: "status", before: { is: "status", key: "operating" }, after: { is: "status", key: "planned" } },
  ]);
  const whole = await approveAsModerator(db, {
    placeName: "Other Care",
    category: "hearing",
    providerName: "Other",
  });
  expect((await loadModerationReport(db, whole.actor, whole.reportId, NOW)).report.publishedInstead).toEqual(
    [],
  );
  const waiting = await makeReport(db);
  expect((await loadModerationReport(db, actor, waiting.id, NOW)).report.publishedInstead).toEqual([]);
});

it("says what each further version of a report says that the one before did not", async () => {
  const [author, reader] = [await person("campaigner"), await person()];
  const proposal = makeProposal({ postcode: "CA2 7HY" });
  const { id, version } = await makeReport(db, { authorId: author.id }, proposal);
  const form = { ...formOf(proposal), status: "planned", licence: "accepted" };
  await editReport(db, author, { reportId: id, version, form });
  const { report } = await loadModerationReport(db, reader, id, NOW);
  expect(report.changed).toEqual({
    2: [
      {
        field: "status",
        before: { is: "status", key: "operating" },
        after: { is: "status", key: "planned" },
      },
    ],
  });
  expect(report.revisions.map(({ number }) => number)).toEqual([2, 1]);
});

it("leads to what it became, and finds it no twin of itself", async () => {
  const { actor, service, reportId } = await approveAsModerator(db);
  const read = await loadModerationReport(db, actor, reportId, NOW);
  if (read.change) throw new Error("a new service");
  expect(read.became).toEqual({
    type: "service",
    id: service.id,
    page: { path: `/services/${service.slug}`, name: expect.any(String) },
  });
  expect(read.twins.map(({ id }) => id)).not.toContain(service.id);
  expect(read.record).toEqual({ sent: 1, standing: 1, decided: 1 });
  const again = await makeReport(db, {}, makeProposal({ postcode: "CA2 7HY" }));
  const other = await makeReport(db, {}, makeProposal({ postcode: "CA2 7HY" }));
  const twin = await loadModerationReport(db, actor, again.id, NOW);
  if (twin.change) throw new Error("a new service");
  expect(twin.twins).toMatchObject([{ id: service.id, confirms: true }]);
  expect(twin.waitingTwins).toMatchObject([{ id: other.id, title: other.title, where: "Carlisle, CA2 7HY" }]);
  expect(twin.preview).toBeTruthy();
});
