import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { makeArea, makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { setCalled } from "@/db/queries/colleagues";
import { findReport } from "@/db/queries/reports";
import { auditEntries } from "@/db/schema/audit";
import { mailOutbox } from "@/db/schema/campaigners";
import { reports } from "@/db/schema/reports";
import { services } from "@/db/schema/services";
import { testDb } from "@/db/testing";
import { type CampaignerActor, type Role, VISITOR } from "@/domain/actor";
import type { BulkVerdict } from "@/domain/reports/bulk";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { limitAreas } from "@/server/campaigners/limit-areas";
import { goOnBehind } from "@/server/queue/go-on";
import { loadBulk } from "@/server/queue/load-bulk";
import { beginBulk, beginDeciding, beginTakingBack, workThrough } from "@/server/queue/run-bulk";
import { makeWorld } from "@/server/records/testing-world";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { holdReport } from "@/server/reports/moves/hold-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadQueue } from "@/server/reports/pages/load-queue";

const db = testDb();
const REASON = "The waiting-times file lists it.";
const BACK = "I had ticked the wrong ones.";

async function person(role: Role = "moderator"): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

/** Each about something of its own, so that no two are likely twins. */
const ofItsOwn = (given: Partial<NewServiceProposal> = {}) =>
  makeProposal({
    postcode: "",
    town: "Nowhere-on-Sea",
    placeName: `Clinic ${randomUUID()}`,
    providerName: `Provider ${randomUUID()}`,
    ...given,
  });

type Chosen = { id: string; version: number };

async function begin(actor: CampaignerActor, decision: BulkVerdict, chosen: readonly Chosen[]) {
  const submissionKey = randomUUID();
  const input = {
    chosen: chosen.map(({ id, version }) => `${id}:${version}`),
    decision,
    reason: REASON,
    view: "?lane=new",
    submissionKey,
  };
  const id = await beginBulk(db, actor, input);
  await workThrough(db, actor, id);
  return { id, again: () => beginBulk(db, actor, input) };
}

async function decide(actor: CampaignerActor, id: string) {
  await beginDeciding(db, actor, id);
  await workThrough(db, actor, id);
  return loadBulk(db, actor, id);
}

async function takeBack(actor: CampaignerActor, id: string) {
  await beginTakingBack(db, actor, { id, reason: BACK });
  await workThrough(db, actor, id);
  return loadBulk(db, actor, id);
}

const stateOf = async (id: string) => (await findReport(db, id))?.state;

describe("the preview", () => {
  it("says of each what would happen or why it cannot, and changes nothing", async () => {
    const [anna, bert] = [await person(), await person()];
    const heldUntil = new Date(Date.now() + 600_000);
    const given = { state: "in-review" as const, heldBy: bert.id, holdExpiresAt: heldUntil };
    const own = await makeReport(db, { authorId: anna.id }, ofItsOwn());
    const held = await makeReport(db, given, ofItsOwn());
    const mine = await makeReport(db, { ...given, heldBy: anna.id }, ofItsOwn());
    const named = await makeReport(db, {}, ofItsOwn({ providerName: "Dr A. Example" }));
    const hidden = await makeReport(db, {}, ofItsOwn({ category: "abortion", town: "Carlisle" }));
    const changed = await makeReport(db, { version: 3 }, ofItsOwn());
    const second = await makeReport(db, { state: "awaiting-second", firstDeciderId: bert.id }, ofItsOwn());
    const appealed = await makeReport(db, { appealedFrom: anna.id }, ofItsOwn());
    const early = await makeReport(db, {}, ofItsOwn({ startedOn: "2031-02-01" }));
    const chosen = [own, held, mine, named, hidden, { ...changed, version: 2 }, second, appealed, early];
    const audited = await db.$count(auditEntries);
    const { id } = await begin(anna, "approve", chosen);
    const { items, phase, counts } = await loadBulk(db, anna, id);
    expect(phase).toBe("previewed");
    expect(items.map(({ state, because }) => because?.problem ?? state)).toEqual([
      "own-report",
      "held",
      "ready",
      "second-person",
      "reveals",
      "changed",
      "waits-for-second",
      "appealed-decision",
      "start-not-yet",
    ]);
    expect(items[1]?.because?.by).toBe(moderatorHandle(bert.id));
    expect(items[3]?.because?.rules).toEqual(["names-a-person"]);
    expect(counts).toMatchObject({ ready: 1, cannot: 8 });
    expect(await db.$count(auditEntries)).toBe(audited);
    expect(await db.$count(services)).toBe(0);
    for (const report of [own, held, mine, named, changed])
      expect(await findReport(db, report.id)).toEqual(report);
  });

  it("leaves out what lies outside the areas of whoever asks, and names a colleague as they wish", async () => {
    const [admin, actor, other] = [await person("admin"), await person(), await person()];
    const area = await makeArea(db, { kind: "council", slug: "hereford", nameEn: "Hereford" });
    await setCalled(db, other.id, "Alex Q.");
    await setCalled(db, actor.id, "Robin");
    const inside = { areaIds: [area.id], listedRevision: 1 };
    const elsewhere = await makeReport(db, { listedRevision: 1 }, ofItsOwn());
    const held = await makeReport(db, inside, ofItsOwn());
    const { version } = await holdReport(db, other, { reportId: held.id, version: held.version });
    await limitAreas(db, admin, { id: actor.id, areas: "Hereford" });
    const { id } = await begin(actor, "approve", [elsewhere, { id: held.id, version }]);
    const { by, items } = await loadBulk(db, actor, id);
    expect(by).toBe("Robin");
    expect(items.map(({ because }) => [because?.problem, because?.by])).toEqual([
      ["outside-areas", null],
      ["held", "Alex Q."],
    ]);
  });

  it("leaves out what may be the same as an entry", async () => {
    const anna = await person();
    const proposal = ofItsOwn();
    const first = await makeReport(db, {}, proposal);
    const other = await makeReport(db, {}, proposal);
    const run = await begin(anna, "approve", [first, other]);
    // Neither is published yet, so neither is the other's twin: the second is found out as it is decided.
    const { items } = await decide(anna, run.id);
    expect(items.map(({ state, because }) => because?.problem ?? state)).toEqual(["done", "twin"]);
    const later = await begin(anna, "approve", [other]);
    expect((await loadBulk(db, anna, later.id)).items[0]?.because?.problem).toBe("twin");
  });

  test.each(["campaigner", "trusted-campaigner"] as const)("is nobody's who is a %s", async (role) => {
    const report = await makeReport(db);
    await expect(begin(await person(role), "reject", [report])).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(loadBulk(db, VISITOR, randomUUID())).rejects.toMatchObject({ reason: "sign-in" });
  });

  it("needs reports, a verdict and a sentence, and practice before", async () => {
    const anna = await person();
    const { id } = await makeCampaigner(db, { role: "moderator", practisedAt: null });
    const report = await makeReport(db);
    await expect(begin(anna, "reject", [])).rejects.toMatchObject({ fields: { chosen: "choose-reports" } });
    const input = {
      chosen: [`${report.id}:1`],
      decision: null,
      reason: "No.",
      view: "",
      submissionKey: randomUUID(),
    };
    await expect(beginBulk(db, anna, input)).rejects.toMatchObject({
      fields: { decision: "decision-needed", reason: "reason-needed" },
    });
    const newcomer: CampaignerActor = { kind: "campaigner", id, role: "moderator" };
    await expect(begin(newcomer, "reject", [report])).rejects.toMatchObject({ reason: "practise-first" });
  });
});

describe("deciding", () => {
  it("decides each by itself, tells each author and the audit, and does so once however often it is sent", async () => {
    const anna = await person();
    const made = [await makeReport(db, {}, ofItsOwn()), await makeReport(db, {}, ofItsOwn())];
    const { id, again } = await begin(anna, "approve", made);
    expect(await again()).toBe(id);
    expect(await db.$count(reports, eq(reports.state, "approved"))).toBe(0);
    await decide(anna, id);
    const { items, phase } = await decide(anna, id);
    expect([phase, items.map(({ state }) => state)]).toEqual(["decided", ["done", "done"]]);
    expect(await db.$count(services)).toBe(2);
    expect(await db.$count(mailOutbox, eq(mailOutbox.purpose, "report.decided"))).toBe(2);
    const rows = await db.select().from(auditEntries).where(eq(auditEntries.actorId, anna.id));
    const actions = rows.map(({ action }) => action);
    for (const [action, count] of [
      ["bulk.begun", 1],
      ["report.held", 2],
      ["report.approved", 2],
      ["bulk.decided", 1],
    ] as const)
      expect(
        actions.filter((one) => one === action),
        action,
      ).toHaveLength(count);
  });

  it("leaves alone what somebody took since it was shown, and what its author withdrew", async () => {
    const [anna, bert] = [await person(), await person()];
    const made = [await makeReport(db), await makeReport(db), await makeReport(db)];
    const { id } = await begin(anna, "reject", made);
    const [taken, gone] = made;
    await holdReport(db, bert, { reportId: taken?.id ?? "", version: 1 });
    await db
      .update(reports)
      .set({ state: "withdrawn", version: 2 })
      .where(eq(reports.id, gone?.id ?? ""));
    const { items, counts } = await decide(anna, id);
    expect(items.map(({ state, because }) => because?.problem ?? state)).toEqual(["held", "changed", "done"]);
    expect(counts).toMatchObject({ done: 1, failed: 2 });
    expect(await stateOf(taken?.id ?? "")).toBe("in-review");
  });

  it("is for whoever put them together", async () => {
    const [anna, bert] = [await person(), await person()];
    const { id } = await begin(anna, "reject", [await makeReport(db)]);
    await expect(beginDeciding(db, bert, id)).rejects.toMatchObject({ reason: "not-holder" });
    await beginDeciding(db, anna, id);
    await expect(workThrough(db, bert, id)).rejects.toMatchObject({ reason: "not-holder" });
    expect((await loadBulk(db, bert, id)).isTheirs).toBe(false);
  });
});

describe("one way back", () => {
  it("withdraws what was published, also a provider that several have, and all wait again", async () => {
    const anna = await person();
    const providerName = `Provider ${randomUUID()}`;
    const made = [1, 2, 3].map(() =>
      ofItsOwn({ providerName, town: "Carlisle", addressLines: "1 High Street" }),
    );
    const towns = ["Carlisle", "Kendal", "Penrith"];
    const sent = [];
    for (const [index, proposal] of made.entries())
      sent.push(await makeReport(db, {}, { ...proposal, town: towns[index] ?? "" }));
    const { id } = await begin(anna, "approve", sent);
    expect((await decide(anna, id)).counts.done).toBe(3);
    const { items, phase } = await takeBack(anna, id);
    expect(items.map(({ state }) => state)).toEqual(["taken-back", "taken-back", "taken-back"]);
    expect(phase).toBe("taken-back");
    const left = await db
      .select({ visibility: services.visibility, withdrawnAt: services.withdrawnAt })
      .from(services);
    expect(
      left.every(({ visibility, withdrawnAt }) => visibility === "withheld" && withdrawnAt !== null),
    ).toBe(true);
    const queue = await loadQueue(db, anna);
    expect(queue.items.map((item) => item.why[0]?.rule)).toEqual(["taken-back", "taken-back", "taken-back"]);
    // And they can be decided again, as if nothing had been: nothing that was withdrawn stands in the way.
    const again = await Promise.all(sent.map(async (report) => (await findReport(db, report.id)) ?? report));
    const next = await begin(anna, "approve", again);
    expect((await decide(anna, next.id)).counts.done).toBe(3);
  });

  it("lets stand what has moved on or was built on since, and says why", async () => {
    const anna = await person();
    const author = await person("campaigner");
    const appealed = await makeReport(db, { authorId: author.id });
    const turnedDown = await makeReport(db);
    const run = await begin(anna, "reject", [appealed, turnedDown]);
    await decide(anna, run.id);
    const version = (await findReport(db, appealed.id))?.version ?? 0;
    await appealDecision(db, author, {
      reportId: appealed.id,
      version,
      reason: "The source says so plainly.",
    });
    const { items } = await takeBack(anna, run.id);
    expect(items.map(({ state, because }) => because?.problem ?? state)).toEqual([
      "appealed-decision",
      "taken-back",
    ]);
    expect(await stateOf(turnedDown.id)).toBe("submitted");

    const built = await makeReport(db, {}, ofItsOwn());
    const approved = await begin(anna, "approve", [built]);
    await decide(anna, approved.id);
    const serviceId = (await findReport(db, built.id))?.publishedServiceId ?? "";
    await db.insert(reports).values({
      kind: "new-service",
      state: "duplicate",
      authorId: author.id,
      duplicateOfServiceId: serviceId,
    });
    const after = await takeBack(anna, approved.id);
    expect(after.items.map(({ because }) => because?.problem)).toEqual(["built-on"]);
    expect(await stateOf(built.id)).toBe("approved");
  });

  it("takes back a change of an entry, and what was asked", async () => {
    const [anna, author] = [await person(), await person("campaigner")];
    const world = await makeWorld(db);
    const form = {
      aboutType: "service",
      aboutId: world.ids.service,
      question: "ended",
      on: "2026-10-01",
      "sources.0.kind": "news",
      "sources.0.title": "Clinic closes",
      "sources.0.publisher": "The Cumbrian",
      "sources.0.url": "https://cumbrian.example/closes",
      "sources.0.publishedOn": "2026-10",
      "sources.0.says": "It has closed.",
      licence: "accepted",
    };
    const { reportId } = await submitReport(db, author, { form });
    const report = await findReport(db, reportId);
    if (!report) throw new Error("no report");
    const serviceOf = async () =>
      (await db.select().from(services).where(eq(services.id, world.ids.service)))[0]?.status;
    const before = await serviceOf();
    const { id } = await begin(anna, "approve", [report]);
    expect((await decide(anna, id)).counts.done).toBe(1);
    expect(await serviceOf()).toBe("ended");
    await takeBack(anna, id);
    expect([await serviceOf(), await stateOf(reportId)]).toEqual([before, "submitted"]);

    const asked = await makeReport(db);
    const asking = await begin(anna, "request-changes", [asked]);
    await decide(anna, asking.id);
    expect(await findReport(db, asked.id)).toMatchObject({ state: "changes-requested" });
    await takeBack(await person(), asking.id);
    expect(await findReport(db, asked.id)).toMatchObject({
      state: "submitted",
      draft: null,
      decidedAt: null,
    });
  });
});

test("what takes longer than a moment goes on behind, and what fails meanwhile is told", async () => {
  let isDone = false;
  const slow = new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))).then(() => {
    isDone = true;
  });
  await goOnBehind(slow, "test", 0);
  await slow;
  expect(isDone).toBe(true);
  await expect(goOnBehind(Promise.reject(new Error("broken")), "test")).rejects.toThrow("broken");
});
