import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Db, inTransaction } from "@/db/client";
import { makeCampaigner, makeProposal, makeReport, makeService } from "@/db/factories";
import { findReportHistory, insertDecision } from "@/db/queries/decisions";
import { findReport, type ReportRow } from "@/db/queries/reports";
import { mailOutbox } from "@/db/schema/campaigners";
import { testDb } from "@/db/testing";
import type { AnyActor, CampaignerActor, Role } from "@/domain/actor";
import { VISITOR } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { NotAllowedError } from "@/domain/errors";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { formOf } from "@/domain/reports/new-service-form";
import {
  MOVE_RULES,
  type Mover,
  REPORT_MOVES,
  REPORT_STATES,
  type ReportMove,
  type ReportState,
} from "@/domain/reports/report-state";
import { appealDecision } from "@/server/reports/moves/appeal-decision";
import { approveReport } from "@/server/reports/moves/approve-report";
import { confirmReport } from "@/server/reports/moves/confirm-report";
import { discardReport } from "@/server/reports/moves/discard-report";
import { editReport } from "@/server/reports/moves/edit-report";
import { HOLD_KEEPER } from "@/server/reports/moves/expire-holds";
import { holdReport } from "@/server/reports/moves/hold-report";
import { markDuplicate } from "@/server/reports/moves/mark-duplicate";
import { applyMove, openMove } from "@/server/reports/moves/open-move";
import { passOn } from "@/server/reports/moves/pass-on";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { releaseHold } from "@/server/reports/moves/release-hold";
import { renewHold } from "@/server/reports/moves/renew-hold";
import { requestChanges } from "@/server/reports/moves/request-changes";
import { resubmitReport } from "@/server/reports/moves/resubmit-report";
import { returnReport } from "@/server/reports/moves/return-report";
import { submitReport } from "@/server/reports/moves/submit-report";
import { takeBackDecision } from "@/server/reports/moves/take-back-decision";
import { takeOver } from "@/server/reports/moves/take-over";
import { withdrawReport } from "@/server/reports/moves/withdraw-report";

const db = testDb();

const NOW = new Date("2026-11-21T12:00:00Z");
const REASON = "The register says so on its first page.";
const COMMENT = "Is this the main site?";
const townOnly = makeProposal({ postcode: "", town: "Nowhere-on-Sea" });
/** A private name of one person: the rule "names-a-person" asks for two. */
const onePerson = makeProposal({ postcode: "", providerName: "Dr A. Example", providerKind: "" });

type Stage = { report: ReportRow; actors: Record<string, AnyActor>; serviceSlug: string };
type Run = (db: Db, actor: AnyActor, stage: Stage) => Promise<unknown>;

const seen = ({ report }: Stage) => ({ reportId: report.id, version: report.version });
const form = { ...formOf(townOnly), licence: "accepted" };
const reason = REASON;
const fields = [{ field: "place" as const, verdict: "accept" as const, comment: COMMENT, changedTo: null }];
const idOf = (actor: AnyActor | undefined) => actor?.id ?? "";

/** One way into the product for every move of the table: the compiler asks for a new one when a move is added. */
const RUN: Record<ReportMove, Run> = {
  submit: (tx, actor, stage) => submitReport(tx, actor, { draft: seen(stage), form }, NOW),
  discard: (tx, actor, stage) => discardReport(tx, actor, seen(stage), NOW),
  edit: (tx, actor, stage) => editReport(tx, actor, { ...seen(stage), form }, NOW),
  withdraw: (tx, actor, stage) => withdrawReport(tx, actor, seen(stage), NOW),
  hold: (tx, actor, stage) => holdReport(tx, actor, seen(stage), NOW),
  renew: (tx, actor, stage) => renewHold(tx, actor, seen(stage), NOW),
  "pass-on": (tx, actor, stage) =>
    passOn(
      tx,
      actor,
      { ...seen(stage), to: moderatorHandle(idOf(stage.actors.moderator)), note: "Yours: I am away" },
      NOW,
    ),
  "take-over": (tx, actor, stage) =>
    takeOver(tx, actor, { ...seen(stage), note: "Agreed by telephone" }, NOW),
  release: (tx, actor, stage) => releaseHold(tx, actor, seen(stage), NOW),
  // The job's own rule: it takes what has run out, whoever asks; here the move itself, as anybody.
  expire: async (tx, actor, stage) => {
    const { report, actor: keeper } = await openMove(tx, actor, seen(stage), "expire", NOW);
    return applyMove(tx, keeper, report, "expire", { action: "report.expired" });
  },
  approve: (tx, actor, stage) => approveReport(tx, actor, { ...seen(stage), reason, fields }, NOW),
  "send-for-second": (tx, actor, stage) => approveReport(tx, actor, { ...seen(stage), reason, fields }, NOW),
  reject: (tx, actor, stage) => rejectReport(tx, actor, { ...seen(stage), reason, fields }, NOW),
  "request-changes": (tx, actor, stage) => requestChanges(tx, actor, { ...seen(stage), reason, fields }, NOW),
  "mark-duplicate": (tx, actor, stage) =>
    markDuplicate(tx, actor, { ...seen(stage), reason, fields, sameAs: stage.serviceSlug }, NOW),
  confirm: (tx, actor, stage) => confirmReport(tx, actor, { ...seen(stage), reason }, NOW),
  return: (tx, actor, stage) => returnReport(tx, actor, { ...seen(stage), reason }, NOW),
  resubmit: (tx, actor, stage) => resubmitReport(tx, actor, { ...seen(stage), form }, NOW),
  appeal: (tx, actor, stage) => appealDecision(tx, actor, { ...seen(stage), reason }, NOW),
  // As for the end of a hold: here the move itself, as anybody.
  reopen: async (tx, actor, stage) => {
    const { report, actor: keeper } = await openMove(tx, actor, seen(stage), "reopen", NOW);
    return applyMove(tx, keeper, report, "reopen", { action: "report.reopened" });
  },
  "take-back": (tx, actor, stage) => takeBackDecision(tx, actor, { ...seen(stage), reason }, NOW),
};

const ACTION: Record<ReportMove, AuditAction> = {
  submit: "report.submitted",
  discard: "report.discarded",
  edit: "report.edited",
  withdraw: "report.withdrawn",
  hold: "report.held",
  renew: "report.renewed",
  "pass-on": "report.passed-on",
  "take-over": "report.taken-over",
  release: "report.released",
  expire: "report.expired",
  approve: "report.approved",
  "send-for-second": "report.sent-for-second",
  reject: "report.rejected",
  "request-changes": "report.changes-requested",
  "mark-duplicate": "report.marked-duplicate",
  confirm: "report.confirmed",
  return: "report.returned",
  resubmit: "report.submitted",
  appeal: "report.appealed",
  reopen: "report.reopened",
  "take-back": "report.taken-back",
};

/** Everyone there is, by what they are to this report. `holder` and `first` matter only where somebody holds or decided. */
const PEOPLE: Record<string, Role> = {
  author: "campaigner",
  campaigner: "campaigner",
  trusted: "trusted-campaigner",
  moderator: "moderator",
  holder: "moderator",
  first: "moderator",
  admin: "admin",
};
const EVERYONE = [...Object.keys(PEOPLE), "visitor", "system"];

/** Written out from the table in the product's words, not taken from the policy that is under test. */
const MAY: Record<Mover, (state: ReportState) => readonly string[]> = {
  author: () => ["author"],
  moderator: () => ["moderator", "holder", "first", "admin"],
  holder: () => ["holder"],
  "other-moderator": () => ["moderator", "first", "admin"],
  second: () => ["moderator", "holder", "admin"],
  system: () => ["system"],
};

const DECIDING: readonly ReportMove[] = [
  "approve",
  "send-for-second",
  "reject",
  "request-changes",
  "mark-duplicate",
  "confirm",
  "return",
  "take-back",
];

async function stageOf(state: ReportState, move: ReportMove): Promise<Stage> {
  const actors: Record<string, AnyActor> = { visitor: VISITOR, system: HOLD_KEEPER };
  for (const [name, role] of Object.entries(PEOPLE)) {
    const { id } = await makeCampaigner(db, { role });
    actors[name] = { kind: "campaigner", id, role } satisfies CampaignerActor;
  }
  const isDraft = state === "draft";
  const report = await makeReport(
    db,
    {
      authorId: idOf(actors.author),
      state,
      revision: isDraft ? 0 : 1,
      submittedAt: isDraft ? null : NOW,
      ...(state === "in-review"
        ? { heldBy: idOf(actors.holder), holdExpiresAt: new Date(NOW.getTime() + 60_000) }
        : {}),
      ...(state === "awaiting-second" ? { firstDeciderId: idOf(actors.first) } : {}),
    },
    move === "send-for-second" ? onePerson : townOnly,
  );
  const verdicts = {
    "awaiting-second": "send-for-second",
    rejected: "reject",
    duplicate: "duplicate",
  } as const;
  if (state in verdicts) {
    const verdict = verdicts[state as keyof typeof verdicts];
    const decision = { reportId: report.id, revision: 1, moderatorId: idOf(actors.first), verdict, reason };
    await insertDecision(db, decision, []);
  }
  return { report, actors, serviceSlug: (await makeService(db)).slug };
}

class Undone extends Error {}

describe.each(REPORT_STATES)("a report that is %s", (state) => {
  it.each(REPORT_MOVES)("%s: only those the table names, and only from there", async (move) => {
    const stage = await stageOf(state, move);
    const rule = MOVE_RULES[move].find(({ from }) => from === state);
    const allowed = rule ? MAY[rule.by](state) : [];
    const before = await findReportHistory(db, stage.report.id);

    for (const name of EVERYONE) {
      const actor = stage.actors[name] ?? VISITOR;
      const attempt = inTransaction(db, async (tx) => {
        await RUN[move](tx, actor, stage);
        if (rule) await expectMoved(tx, stage, move, rule.to, actor);
        throw new Undone(); // so that everybody finds the report as it was
      });
      if (allowed.includes(name)) await expect(attempt, name).rejects.toBeInstanceOf(Undone);
      else await expect(attempt, name).rejects.toBeInstanceOf(NotAllowedError);
      expect(await findReport(db, stage.report.id), name).toEqual(stage.report);
      expect(await findReportHistory(db, stage.report.id), name).toEqual(before);
    }
  });
});

async function expectMoved(
  tx: Db,
  { report, actors }: Stage,
  move: ReportMove,
  to: ReportState | "gone",
  actor: AnyActor,
): Promise<void> {
  const after = await findReport(tx, report.id);
  const last = (await findReportHistory(tx, report.id)).at(-1);
  expect(last).toMatchObject({ action: ACTION[move], actorId: actor.id, actorRole: actor.role });
  if (to === "gone") return expect(after).toBeUndefined();
  expect(after).toMatchObject({ state: to, version: report.version + 1 });
  if (to === "in-review") expect(after?.holdExpiresAt?.getTime()).toBeGreaterThan(NOW.getTime());
  else expect(after).toMatchObject({ heldBy: null, holdExpiresAt: null });
  const mails = await tx.select().from(mailOutbox).where(eq(mailOutbox.purpose, "report.decided"));
  expect(mails.length).toBe(DECIDING.includes(move) ? 1 : 0);
  if (actors.author?.kind === "campaigner" && mails[0]) expect(mails[0].text).toContain(REASON);
  // What was written beside a part reaches the author whichever decision it is; these have one reason and no parts.
  if (mails[0] && !["confirm", "return", "take-back"].includes(move))
    expect(mails[0].text).toContain(COMMENT);
}
