import { describe, expect, it } from "vitest";
import { makeCampaigner, makeProposal, makeReport } from "@/db/factories";
import { mailOutbox } from "@/db/schema/campaigners";
import { testDb } from "@/db/testing";
import { type AnyActor, type CampaignerActor, type Role, systemActor, VISITOR } from "@/domain/actor";
import { moderatorHandle, ONESELF } from "@/domain/reports/moderator-handle";
import { formOf } from "@/domain/reports/new-service-form";
import { MOVE_RULES, REPORT_MOVES, type ReportMove } from "@/domain/reports/report-state";
import { describeFailure } from "@/server/action";
import { addMessage } from "@/server/reports/moves/add-message";
import { editReport } from "@/server/reports/moves/edit-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { openMove } from "@/server/reports/moves/open-move";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { reviewReport } from "@/server/reports/moves/review-report";
import { takeOver } from "@/server/reports/moves/take-over";
import { withdrawReport } from "@/server/reports/moves/withdraw-report";
import { loadModerationReport } from "@/server/reports/pages/load-moderation-report";
import { loadMyReports } from "@/server/reports/pages/load-my-reports";
import { loadQueue } from "@/server/reports/pages/load-queue";
import { loadReport } from "@/server/reports/pages/load-report";

const db = testDb();
const REASON = "The register says so on its first page.";
const proposal = makeProposal({ postcode: "", town: "Nowhere-on-Sea" });

async function person(role: Role): Promise<CampaignerActor> {
  const { id } = await makeCampaigner(db, { role });
  return { kind: "campaigner", id, role };
}

async function failureOf(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => new Error("nothing failed"),
    (reason: unknown) => reason,
  );
  return describeFailure(error, new FormData(), { name: "test" });
}

describe("whose a move never is", () => {
  /** By mover: what each kind of person is told, whatever the version they name. Written out, not computed. */
  const REFUSED: Record<string, Partial<Record<string, string>>> = {
    author: {
      visitor: "sign-in",
      job: "sign-in",
      stranger: "not-author",
      trusted: "not-author",
      moderator: "not-author",
      admin: "not-author",
    },
    moderators: {
      visitor: "sign-in",
      job: "sign-in",
      stranger: "not-moderator",
      trusted: "not-moderator",
      author: "not-moderator",
      "author-moderator": "own-report",
    },
    system: Object.fromEntries(
      ["visitor", "stranger", "trusted", "moderator", "admin", "author"].map((name) => [name, "system-only"]),
    ),
  };

  it.each(REPORT_MOVES)("%s: is refused before versions are compared", async (move: ReportMove) => {
    const by = MOVE_RULES[move][0]?.by ?? "system";
    const table = REFUSED[by === "author" || by === "system" ? by : "moderators"] ?? {};
    const author = await person("campaigner");
    const writing = await person("moderator");
    const people: Record<string, AnyActor> = {
      visitor: VISITOR,
      job: systemActor("some-job"),
      stranger: await person("campaigner"),
      trusted: await person("trusted-campaigner"),
      moderator: await person("moderator"),
      admin: await person("admin"),
      author,
      "author-moderator": writing,
    };
    for (const [name, reason] of Object.entries(table)) {
      const authorId = name === "author-moderator" ? writing.id : author.id;
      const report = await makeReport(db, { authorId, state: "in-review", version: 5 }, proposal);
      const seen = { reportId: report.id, version: 2 };
      const opened = openMove(db, people[name] ?? VISITOR, seen, move, new Date());
      await expect(opened, `${name} ${move}`).rejects.toMatchObject({ code: "not-allowed", reason });
    }
  });
});

describe("who was first", () => {
  it("is a handle of four letters for hold, pass on, withdraw and decide, and the author is nobody's to tell apart", async () => {
    const [author, anna, bert] = [
      await person("campaigner"),
      await person("moderator"),
      await person("admin"),
    ];
    const report = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal);
    const seen = { reportId: report.id, version: report.version };
    const held = await holdReport(db, anna, seen);
    const first = { code: "conflict", reason: "report.held", by: moderatorHandle(anna.id) };
    expect(await failureOf(holdReport(db, bert, seen))).toMatchObject(first);
    expect(await failureOf(withdrawReport(db, author, seen))).toMatchObject(first);
    expect(await failureOf(rejectReport(db, bert, { ...seen, reason: REASON }))).toMatchObject(first);
    const stale = { ...seen, to: moderatorHandle(bert.id), note: "Yours: I am away" };
    // She was first herself: her own answer was lost, or she has two tabs.
    expect(await failureOf(passOn(db, anna, stale))).toMatchObject({ reason: "report.held", by: ONESELF });

    const other = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal);
    const before = { reportId: other.id, version: other.version };
    await editReport(db, author, { ...before, form: { ...formOf(proposal), licence: "accepted" } });
    expect(await failureOf(holdReport(db, anna, before))).toMatchObject({
      reason: "report.edited",
      by: null,
    });
    expect(held.version).toBe(report.version + 1);
  });
});

describe("an account's id", () => {
  it("is in nothing that a page of reports is drawn from, nor in a mail", async () => {
    const author = await person("campaigner");
    const reviewer = await person("trusted-campaigner");
    const [anna, bert] = [await person("moderator"), await person("moderator")];
    const report = await makeReport(db, { authorId: author.id, state: "submitted" }, proposal);
    const id = report.id;
    await reviewReport(db, reviewer, {
      reportId: id,
      revision: 1,
      verdict: "confirm",
      reason: REASON,
      source: "The board",
    });
    const held = await holdReport(db, anna, { reportId: id, version: report.version });
    const taken = await takeOver(db, bert, {
      reportId: id,
      version: held.version,
      note: "Agreed by telephone",
    });
    await addMessage(db, anna, { reportId: id, body: "Which page is it on?" });
    await addMessage(db, author, { reportId: id, body: "The first one." });
    const to = moderatorHandle(anna.id);
    const passed = await passOn(db, bert, {
      reportId: id,
      version: taken.version,
      to,
      note: "Yours: I am away",
    });
    const reads = [
      await loadReport(db, author, id),
      await loadReport(db, reviewer, id),
      await loadModerationReport(db, anna, id),
      await loadModerationReport(db, bert, id),
      await loadQueue(db, bert),
      await loadMyReports(db, author),
      await loadMyReports(db, reviewer),
    ];
    await rejectReport(db, anna, { reportId: id, version: passed.version, reason: REASON });
    reads.push(await loadReport(db, author, id), await loadModerationReport(db, bert, id));
    const said = JSON.stringify([reads, await db.select().from(mailOutbox)]);
    for (const one of [author, reviewer, anna, bert]) expect(said).not.toContain(one.id);
  });
});
