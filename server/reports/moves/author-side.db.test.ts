import { describe, expect, it } from "vitest";
import { makeCampaigner, makePlace, makeProposal, makeReport } from "@/db/factories";
import { findDecisions, findMessages, findReviews, insertDecision } from "@/db/queries/decisions";
import { findReport, findRevisions } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { pendingDrafts, reports } from "@/db/schema/reports";
import { testDb } from "@/db/testing";
import { type CampaignerActor, type Role, VISITOR } from "@/domain/actor";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { formOf } from "@/domain/reports/new-service-form";
import { WHOLE_QUEUE } from "@/domain/reports/queue-address";
import { addMessage } from "@/server/reports/moves/add-message";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { editReport } from "@/server/reports/moves/edit-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { findKeptDraft, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { reviewReport } from "@/server/reports/moves/review-report";
import { saveDraft } from "@/server/reports/moves/save-draft";
import { submitReport } from "@/server/reports/moves/submit-report";
import { loadAudit } from "@/server/reports/pages/load-audit";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadMyReports } from "@/server/reports/pages/load-my-reports";
import { loadNewReport } from "@/server/reports/pages/load-new-report";
import { loadQueue } from "@/server/reports/pages/load-queue";
import { loadReport } from "@/server/reports/pages/load-report";

const db = testDb();
const NOW = new Date("2026-11-21T12:00:00Z");
const REASON = "I called the reception there and asked.";
const form = { ...formOf(makeProposal({ postcode: "" })), licence: "accepted" };

async function person(role: Role = "campaigner"): Promise<CampaignerActor & { email: string }> {
  const { id, email } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role, email: email ?? "" };
}

describe("a report that is begun before signing in", () => {
  it("is found again by its id alone, sent once, and then gone", async () => {
    const { draftId } = await keepPendingDraft(db, { form: { ...form, role: "admin" } }, NOW);
    expect(await findKeptDraft(db, draftId, NOW)).toEqual(form);
    expect(await findKeptDraft(db, "../../etc/passwd", NOW)).toBeUndefined();
    const author = await person();
    const { reportId } = await submitReport(db, author, { form, pendingDraftId: draftId }, NOW);
    expect(await findReport(db, reportId)).toMatchObject({ state: "submitted", revision: 1, draft: null });
    expect(await findKeptDraft(db, draftId, NOW)).toBeUndefined();
  });

  it("is gone when it was saved, too; another's id is left alone", async () => {
    const { draftId } = await keepPendingDraft(db, { form }, NOW);
    const author = await person();
    await saveDraft(db, author, { form, pendingDraftId: "no id" });
    expect(await findKeptDraft(db, draftId, NOW)).toEqual(form);
    await saveDraft(db, author, { form, pendingDraftId: draftId });
    expect(await findKeptDraft(db, draftId, NOW)).toBeUndefined();
  });

  it("begins the form even where it names a place by what is no id", async () => {
    const { draftId } = await keepPendingDraft(db, { form: { ...form, placeId: "' or 1=1" } });
    const start = await loadNewReport(db, {
      draft: draftId,
      place: "",
      provider: "",
      area: "",
      link: "",
      point: "",
      name: "",
    });
    expect(start).toMatchObject({ isKept: true, place: null, form: { placeId: "' or 1=1" } });
  });

  it("runs out after seven days, and the next one clears it away", async () => {
    const { draftId } = await keepPendingDraft(db, { form }, NOW);
    const inTime = new Date(NOW.getTime() + 7 * 24 * 3600_000 - 1);
    const late = new Date(NOW.getTime() + 7 * 24 * 3600_000);
    expect(await findKeptDraft(db, draftId, inTime)).toEqual(form);
    expect(await findKeptDraft(db, draftId, late)).toBeUndefined();
    await keepPendingDraft(db, { form }, late);
    expect(await db.$count(pendingDrafts)).toBe(1);
  });
});

describe("sending a report", () => {
  it("needs the licence, a person, and a place that is still there; nothing is stored otherwise", async () => {
    const author = await person();
    const { licence: _, ...without } = form;
    await expect(submitReport(db, author, { form: without }, NOW)).rejects.toMatchObject({
      fields: { licence: "licence" },
    });
    await expect(submitReport(db, VISITOR, { form }, NOW)).rejects.toBeInstanceOf(NotAllowedError);
    const hidden = await makePlace(db, { visibility: "withheld" });
    const gone = submitReport(db, author, { form: { ...form, placeId: hidden.id } }, NOW);
    await expect(gone).rejects.toMatchObject({ fields: { placeName: "place-gone" } });
    expect(await db.$count(reports)).toBe(0);
  });

  it("stops at twenty drafts", async () => {
    const author = await person();
    for (let kept = 0; kept < 20; kept += 1)
      await saveDraft(db, author, { form }, new Date(NOW.getTime() + kept * 60_000));
    const another = saveDraft(db, author, { form }, new Date(NOW.getTime() + 3600_000));
    await expect(another).rejects.toMatchObject({ reason: "too-many-drafts" });
  });

  it("keeps every revision as it was sent", async () => {
    const author = await person();
    const sent = await submitReport(db, author, { form }, NOW);
    await editReport(db, author, { ...sent, form: { ...form, placeName: "Another name" } }, NOW);
    const revisions = await findRevisions(db, sent.reportId);
    expect(
      revisions.map(({ number, proposal }) => [number, "placeName" in proposal && proposal.placeName]),
    ).toEqual([
      [1, "SpaMedica Carlisle"],
      [2, "Another name"],
    ]);
    const incomplete = editReport(
      db,
      author,
      { reportId: sent.reportId, version: 3, form: { placeName: "x" } },
      NOW,
    );
    await expect(incomplete).rejects.toBeInstanceOf(InvalidInputError);
  });
});

describe("an appeal", () => {
  it("goes once, to another moderator than the one whose decision it is about", async () => {
    const [author, first, second] = [await person(), await person("moderator"), await person("moderator")];
    const report = await makeReport(db, { authorId: author.id });
    const seen = (version: number) => ({ reportId: report.id, version });
    await holdReport(db, first, seen(1), NOW);
    await rejectReport(db, first, { ...seen(2), reason: REASON }, NOW);
    await appealDecision(db, author, { ...seen(3), reason: REASON }, NOW);
    await expect(holdReport(db, first, seen(4), NOW)).rejects.toMatchObject({ reason: "appealed-decision" });
    expect((await loadQueue(db, second, { ...WHOLE_QUEUE, lane: "appeals" }, NOW)).items[0]?.why).toEqual([
      { rule: "appealed", words: {} },
      { rule: "first-report", words: {} },
      { rule: "new-provider", words: {} },
    ]);
    await holdReport(db, second, seen(4), NOW);
    await rejectReport(db, second, { ...seen(5), reason: REASON }, NOW);
    const again = appealDecision(db, author, { ...seen(6), reason: REASON }, NOW);
    await expect(again).rejects.toMatchObject({ reason: "appealed-once" });
    expect((await findDecisions(db, report.id)).map(({ moderatorId }) => moderatorId)).toEqual([
      first.id,
      second.id,
    ]);
    expect(await db.$count(mailOutbox)).toBe(2);
  });
});

describe("a review", () => {
  it("is a trusted campaigner's word on one revision of somebody else's report, once", async () => {
    const [author, trusted, plain] = [
      await person("moderator"),
      await person("trusted-campaigner"),
      await person(),
    ];
    const report = await makeReport(db, { authorId: author.id });
    const source = "https://board.example/contracts";
    const input = { reportId: report.id, revision: 1, verdict: "dispute" as const, reason: REASON, source };
    const waits = async (who = trusted) =>
      (await loadMyReports(db, who)).toReview?.some(({ id }) => id === report.id);
    await expect(reviewReport(db, trusted, { ...input, source: " " })).rejects.toMatchObject({
      fields: { source: "review-source" },
    });
    expect(await waits()).toBe(true);
    await reviewReport(db, trusted, input);
    expect(await findReviews(db, report.id)).toMatchObject([{ verdict: "dispute", revision: 1, source }]);
    // It leaves the list of whoever has said what they think, whose own words it shows; others still have it to do.
    expect([await waits(), await waits(await person("trusted-campaigner"))]).toEqual([false, true]);
    const own = { verdict: "dispute", reason: REASON, source, link: source };
    expect(await loadReport(db, trusted, report.id)).toMatchObject({ hasReviewed: true, ownReviews: [own] });
    const second = await person("trusted-campaigner");
    const bySaying = { ...input, verdict: "confirm" as const, source: "The reception, by telephone" };
    await reviewReport(db, second, bySaying);
    expect((await loadReport(db, second, report.id)).ownReviews).toMatchObject([
      { source: "The reception, by telephone", link: null },
    ]);
    expect(await findReport(db, report.id)).toMatchObject({ version: 1, state: "submitted" });
    await expect(reviewReport(db, trusted, input)).rejects.toMatchObject({ reason: "reviewed-already" });
    await expect(reviewReport(db, author, input)).rejects.toMatchObject({ reason: "own-report" });
    await expect(reviewReport(db, plain, input)).rejects.toMatchObject({ reason: "not-trusted" });
    await expect(reviewReport(db, VISITOR, input)).rejects.toMatchObject({ reason: "sign-in" });
    const other = await person("trusted-campaigner");
    await expect(reviewReport(db, other, { ...input, revision: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the conversation", () => {
  it("is between the author and moderators; the author is mailed, nobody is named", async () => {
    const [author, moderator, stranger] = [
      await person(),
      await person("moderator"),
      await person("trusted-campaigner"),
    ];
    const report = await makeReport(db, { authorId: author.id });
    await addMessage(db, author, { reportId: report.id, body: "Is anything missing?" });
    expect(await db.$count(mailOutbox)).toBe(0);
    await addMessage(db, moderator, { reportId: report.id, body: "The date, please." });
    const mails = await db.select().from(mailOutbox);
    expect(mails).toMatchObject([{ recipient: author.email, purpose: "report.message" }]);
    expect(mails[0]?.text).not.toContain(moderator.email);
    await expect(addMessage(db, stranger, { reportId: report.id, body: "Hello" })).rejects.toBeInstanceOf(
      NotAllowedError,
    );
    expect(
      (await findMessages(db, report.id, { skip: 0, limit: 20 })).map(({ fromAuthor }) => fromAuthor),
    ).toEqual([true, false]);
  });
});

describe("who reads what", () => {
  it("tells reviewers and moderators nothing of the author, anywhere", async () => {
    const [author, trusted, moderator] = [
      await person(),
      await person("trusted-campaigner"),
      await person("moderator"),
    ];
    const report = await makeReport(db, { authorId: author.id });
    await addMessage(db, author, { reportId: report.id, body: "A word with it" });
    const shown = JSON.stringify([
      await loadReport(db, trusted, report.id, NOW),
      await loadModerationReport(db, moderator, report.id, NOW),
      await loadQueue(db, moderator, WHOLE_QUEUE, NOW),
    ]);
    expect(shown).not.toContain(author.email);
    expect(shown).not.toContain(author.id);
  });

  it("is the same “not found” for a stranger as for a report that does not exist", async () => {
    const [author, stranger, moderator] = [await person(), await person(), await person("moderator")];
    const report = await makeReport(db, { authorId: author.id });
    await expect(loadReport(db, stranger, report.id, NOW)).rejects.toBeInstanceOf(NotFoundError);
    const draft = await makeReport(db, { authorId: author.id, state: "draft", revision: 0 });
    await expect(loadReport(db, moderator, draft.id, NOW)).rejects.toBeInstanceOf(NotFoundError);
    await expect(loadQueue(db, stranger, WHOLE_QUEUE, NOW)).rejects.toBeInstanceOf(NotAllowedError);
    await expect(loadAudit(db, moderator)).rejects.toBeInstanceOf(NotAllowedError);
    expect((await loadAudit(db, await person("admin"))).lines).toEqual([]);
  });

  it("says in the queue why a report waits when its author is the only moderator", async () => {
    const only = await person("admin");
    await makeReport(db, { authorId: only.id });
    const [alone] = (await loadQueue(db, only, WHOLE_QUEUE, NOW)).items;
    expect(alone).toMatchObject({ isOwn: true, waits: "only-moderator-is-author" });
    const second = await person("moderator");
    expect((await loadQueue(db, second, WHOLE_QUEUE, NOW)).items[0]?.waits).toBeNull();
    const waiting = await makeReport(db, {
      state: "awaiting-second",
      firstDeciderId: second.id,
      authorId: only.id,
    });
    await insertDecision(
      db,
      {
        reportId: waiting.id,
        revision: 1,
        moderatorId: second.id,
        verdict: "send-for-second",
        reason: REASON,
      },
      [],
    );
    const shown = (await loadQueue(db, second, { ...WHOLE_QUEUE, lane: "second" }, NOW)).items[0];
    expect(shown?.why[0]?.rule).toBe("second");
    expect(shown).toMatchObject({ waits: "needs-another-moderator" });
  });

  it("gives back in the queue what somebody held for too long", async () => {
    const [late, reader] = [await person("moderator"), await person("moderator")];
    const report = await makeReport(db, { state: "in-review", heldBy: late.id, holdExpiresAt: NOW });
    const [item] = (await loadQueue(db, reader, { ...WHOLE_QUEUE, who: "free" }, NOW)).items;
    expect(item).toMatchObject({ id: report.id, state: "submitted", held: null });
    expect(item?.why[0]?.rule).toBe("expired");
    const { ranOut } = await loadModerationReport(db, late, report.id, NOW);
    expect(ranOut).toEqual({ at: NOW, wasMine: true });
    expect((await loadModerationReport(db, reader, report.id, NOW)).ranOut?.wasMine).toBe(false);
    await holdReport(db, reader, { reportId: report.id, version: report.version + 1 }, NOW);
    expect((await loadModerationReport(db, late, report.id, NOW)).ranOut).toBeNull();
  });
});
