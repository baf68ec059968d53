import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeProposal, makeReport } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { claims, sources } from "@/db/schema/sources";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import { ConflictError, NotAllowedError } from "@/domain/errors";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { undoChange } from "@/server/reports/changes/undo-change";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { approveReport } from "@/server/reports/moves/approve-report";
import { joinReport } from "@/server/reports/moves/join-report";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { reopenJoined } from "@/server/reports/moves/reopen-joined";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { approveAsModerator, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();

const second = (given: Partial<NewServiceProposal> = {}): Partial<NewServiceProposal> => ({
  placeName: "Spa Medica",
  providerName: "Spa Medica Ltd",
  sources: makeProposal().sources.map((source) => ({ ...source, title: "Gazette", says: "It has opened." })),
  ...given,
});

/** Two reports of one service, both held by one moderator. */
async function twins(given: Partial<NewServiceProposal> = {}) {
  const actor = await moderator(db);
  return { actor, first: await held(db, actor), later: await held(db, actor, second(given)) };
}

async function titlesOf(serviceId: string | null | undefined) {
  const rows = await db
    .selectDistinct({ title: sources.title })
    .from(claims)
    .innerJoin(sources, eq(sources.id, claims.sourceId))
    .where(eq(claims.recordId, serviceId ?? ""));
  return rows.map(({ title }) => title).sort();
}

it("two waiting twins see each other, without their authors", async () => {
  const { actor, first, later } = await twins();
  for (const [one, other] of [
    [first, later],
    [later, first],
  ] as const) {
    const read = await loadModerationReport(db, actor, one.reportId, NOW);
    if (!("preview" in read)) throw new Error("not of a new service");
    expect(read.waitingTwins).toEqual([
      {
        id: other.reportId,
        title: expect.any(String),
        where: "Carlisle, CA2 7HY",
        submittedAt: expect.any(Date),
        reasons: ["like-name", "same-postcode", "same-provider", "same-kind"],
      },
    ]);
  }
});

it("joins a report to the one that waits, whose entry gains its sources with its approval and its author is led there", async () => {
  const { actor, first, later } = await twins();
  await joinReport(db, actor, { ...later, reason: REASON, other: first.reportId }, NOW);
  const author = (await findReport(db, later.reportId))?.authorId ?? "";
  const reader: CampaignerActor = { kind: "campaigner", id: author, role: "campaigner" };
  expect(await loadReport(db, reader, later.reportId, NOW)).toMatchObject({
    state: "duplicate",
    isJoined: true,
    sameAs: null,
  });
  expect(await loadModerationReport(db, actor, first.reportId, NOW)).toMatchObject({
    waitingTwins: [],
    joined: [{ id: later.reportId }],
  });

  await approveReport(db, actor, { ...first, reason: REASON }, NOW);
  const { publishedServiceId } = (await findReport(db, first.reportId)) ?? {};
  expect(await titlesOf(publishedServiceId)).toEqual(["Consultant-led waiting times, April 2026", "Gazette"]);
  expect(await loadReport(db, reader, later.reportId, NOW)).toMatchObject({
    isJoined: false,
    sameAs: { name: "Eye care at SpaMedica Carlisle" },
  });
});

it.each([
  ["names another provider", { providerName: "Optegra" }],
  ["says that it is planned only", { status: "planned" }],
] as const)("a joined report that %s confirms nothing", async (_, given) => {
  const { actor, first, later } = await twins(given);
  await joinReport(db, actor, { ...later, reason: REASON, other: first.reportId }, NOW);
  await approveReport(db, actor, { ...first, reason: REASON }, NOW);
  const { publishedServiceId } = (await findReport(db, first.reportId)) ?? {};
  expect(await titlesOf(publishedServiceId)).toEqual(["Consultant-led waiting times, April 2026"]);
  expect(await findReport(db, later.reportId)).toMatchObject({ duplicateOfServiceId: publishedServiceId });
});

it("waits again where the other is not accepted, and only then", async () => {
  const { actor, first, later } = await twins();
  await joinReport(db, actor, { ...later, reason: REASON, other: first.reportId }, NOW);
  expect(await reopenJoined(db, undefined, NOW)).toBe(0);
  await rejectReport(db, actor, { ...first, reason: REASON }, NOW);
  await expect(reopenJoined(db, actor, NOW)).rejects.toBeInstanceOf(NotAllowedError);
  expect(await reopenJoined(db, undefined, NOW)).toBe(1);
  expect(await findReport(db, later.reportId)).toMatchObject({
    state: "submitted",
    duplicateOfReportId: null,
  });
});

it("an appeal takes a report away from the one it was joined to", async () => {
  const { actor, first, later } = await twins();
  const { version } = await joinReport(db, actor, { ...later, reason: REASON, other: first.reportId }, NOW);
  const author = (await findReport(db, later.reportId))?.authorId ?? "";
  const reader: CampaignerActor = { kind: "campaigner", id: author, role: "campaigner" };
  await appealDecision(db, reader, { reportId: later.reportId, version, reason: REASON }, NOW);
  expect(await findReport(db, later.reportId)).toMatchObject({
    state: "submitted",
    duplicateOfReportId: null,
  });
});

it("what was joined to a report goes on with it, to a third and to an entry", async () => {
  const { actor, first, later } = await twins();
  const third = await held(db, actor);
  await joinReport(db, actor, { ...later, reason: REASON, other: first.reportId }, NOW);
  await joinReport(db, actor, { ...first, reason: REASON, other: third.reportId }, NOW);
  expect(await findReport(db, later.reportId)).toMatchObject({ duplicateOfReportId: third.reportId });
  const { service } = await approveAsModerator(db, { placeName: "Other", providerName: "Other" });
  await markDuplicate(db, actor, { ...third, reason: REASON, sameAs: service.slug }, NOW);
  for (const { reportId } of [first, later])
    expect(await findReport(db, reportId)).toMatchObject({
      duplicateOfReportId: null,
      duplicateOfServiceId: service.id,
    });
});

it("nothing is joined to a report that does not wait, to itself, or where its words need a second person", async () => {
  const { actor, first, later } = await twins();
  const join = (other: string) => joinReport(db, actor, { ...later, reason: REASON, other }, NOW);
  const decided = await makeReport(db, { state: "rejected" });
  await expect(join(decided.id)).rejects.toBeInstanceOf(ConflictError);
  await expect(join(later.reportId)).rejects.toBeInstanceOf(ConflictError);
  const clinic = await held(
    db,
    actor,
    second({ sources: [{ ...firstSource(), says: "Abortion clinic opens" }] }),
  );
  await expect(
    joinReport(db, actor, { ...clinic, reason: REASON, other: first.reportId }, NOW),
  ).rejects.toMatchObject({ reason: "needs-second" });
  const other = await moderator(db);
  await expect(
    joinReport(db, other, { ...later, reason: REASON, other: first.reportId }, NOW),
  ).rejects.toMatchObject({ reason: "not-holder" });
});

it("an entry that is there gains the sources of a report that is the same as it, until that is taken back", async () => {
  const { service } = await approveAsModerator(db);
  const actor = await moderator(db);
  const later = await held(db, actor, second());
  expect(await loadModerationReport(db, actor, later.reportId, NOW)).toMatchObject({
    twins: [{ id: service.id, confirms: true }],
  });
  await markDuplicate(db, actor, { ...later, reason: REASON, sameAs: service.id, withSources: true }, NOW);
  expect(await titlesOf(service.id)).toContain("Gazette");
  expect(await findReport(db, later.reportId)).toMatchObject({
    state: "duplicate",
    duplicateOfServiceId: service.id,
  });
  const { undo } = await loadModerationReport(db, actor, later.reportId, NOW);
  await undoChange(db, actor, { batchId: undo?.batchId ?? "", version: undo?.version ?? 0, reason: REASON });
  expect(await loadModerationReport(db, actor, later.reportId, NOW)).toMatchObject({ undo: null });
});

it("an entry gains no sources of a report that says something else", async () => {
  const { service } = await approveAsModerator(db);
  const actor = await moderator(db);
  const later = await held(db, actor, second({ providerName: "Optegra" }));
  const marked = markDuplicate(
    db,
    actor,
    { ...later, reason: REASON, sameAs: service.id, withSources: true },
    NOW,
  );
  await expect(marked).rejects.toMatchObject({ reason: "other-runner" });
  expect(await findReport(db, later.reportId)).toMatchObject({ state: "in-review" });
});

const firstSource = () => {
  const [source] = makeProposal().sources;
  if (!source) throw new Error("a proposal has a source");
  return source;
};
