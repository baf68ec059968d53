import { describe, expect, it } from "vitest";
import { makePlace } from "@/db/factories";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import type { CampaignerActor } from "@/domain/actor";
import type { FieldDecision } from "@/domain/reports/field-decision";
import { approveReport } from "@/server/reports/moves/approve-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadReport } from "@/server/reports/pages/load-report";
import { change, held, moderator, NOW, REASON } from "@/server/reports/testing-approval";

const db = testDb();
const ask = (field: FieldDecision["field"], comment: string): FieldDecision => ({
  field,
  verdict: "ask",
  comment,
  changedTo: null,
});

/** A report of which a moderator asked for the place and for the source. */
async function asked() {
  const actor = await moderator(db);
  const seen = await held(db, actor, { placeName: "Castle Clinic", town: "Carlisle" });
  const fields = [ask("place", "Which entrance?"), ask("sources", "Which page?")];
  const { version } = await requestChanges(db, actor, { ...seen, reason: REASON, fields }, NOW);
  const report = await findReport(db, seen.reportId);
  if (!report) throw new Error("no report");
  const author: CampaignerActor = { kind: "campaigner", id: report.authorId, role: "campaigner" };
  return { author, seen: { reportId: seen.reportId, version } };
}

describe("what a moderator asked about parts of a report", () => {
  it("stands beside each for its author, whose answers are kept, sent and shown beside the same parts", async () => {
    const { author, seen } = await asked();
    const read = await loadReport(db, author, seen.reportId, NOW);
    expect(read.asked).toEqual([
      { field: "place", comment: "Which entrance?" },
      { field: "sources", comment: "Which page?" },
    ]);
    const form = {
      ...read.form,
      licence: "accepted",
      placeName: "Castle Street Clinic",
      "answer.sources": "Page 4, at the top.",
      "answer.status": "Nobody asked.",
    };
    const saved = await editReport(db, author, { ...seen, form }, NOW);
    const again = await loadReport(db, author, seen.reportId, NOW);
    expect(again.form).toMatchObject({ "answer.sources": "Page 4, at the top." });
    await resubmitReport(db, author, { ...seen, version: saved.version, form }, NOW);

    const shown = await loadModerationReport(db, await moderator(db), seen.reportId, NOW);
    const answers = shown.report.decisions[0]?.fields.map(({ field, answer }) => [field, answer]);
    expect(answers).toEqual([
      ["place", null],
      ["sources", "Page 4, at the top."],
    ]);
    expect(shown.report.messages.map(({ field, body }) => [field, body])).toEqual([
      ["sources", "Page 4, at the top."],
    ]);
    expect(shown.report.asked).toEqual([]);
    expect(shown.report.changed).toEqual({
      2: [
        {
          field: "placeName",
          before: { is: "text", text: "Castle Clinic" },
          after: { is: "text", text: "Castle Street Clinic" },
        },
      ],
    });
  });

  it("is refused an answer that is too long, and then nothing of it is sent", async () => {
    const { author, seen } = await asked();
    const { form } = await loadReport(db, author, seen.reportId, NOW);
    const sent = { ...form, licence: "accepted", "answer.place": "a".repeat(1001) };
    await expect(resubmitReport(db, author, { ...seen, form: sent }, NOW)).rejects.toMatchObject({
      fields: { "answer.place": "too-long" },
    });
    expect(await findReport(db, seen.reportId)).toMatchObject({ state: "changes-requested", revision: 1 });
  });
});

it("its author is told what was published instead, by the names of the records that were chosen", async () => {
  const actor = await moderator(db);
  const seen = await held(db, actor, { placeName: "Castle Clinc", startedOn: "2024", status: "operating" });
  const place = await makePlace(db, { name: "Castle Clinic" });
  const fields = [change("place", { placeId: place.id }), change("started-on", { startedOn: "2023-04" })];
  const before = await loadReport(db, actor, seen.reportId, NOW);
  expect(before.publishedInstead).toEqual([]);
  const approval = await approveReport(db, actor, { ...seen, reason: REASON, fields }, NOW);
  expect(approval.state).toBe("approved");
  const { publishedInstead } = await loadReport(db, actor, seen.reportId, NOW);
  expect(publishedInstead).toContainEqual({
    field: "placeName",
    before: { is: "text", text: "Castle Clinc" },
    after: { is: "text", text: "Castle Clinic" },
  });
  expect(publishedInstead).toContainEqual({
    field: "startedOn",
    before: { is: "date", date: "2024" },
    after: { is: "date", date: "2023-04" },
  });
});

it("nothing was published instead where all was taken as it was sent", async () => {
  const actor = await moderator(db);
  const seen = await held(db, actor);
  await approveReport(db, actor, { ...seen, reason: REASON, fields: [] }, NOW);
  const { publishedInstead } = await loadReport(db, actor, seen.reportId, NOW);
  expect(publishedInstead).toEqual([]);
});
