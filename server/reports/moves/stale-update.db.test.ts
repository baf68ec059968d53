import { expect, it } from "vitest";
import { makeReport } from "@/db/factories";
import { findReportHistory } from "@/db/queries/decisions";
import { findReport } from "@/db/queries/reports";
import { testDb } from "@/db/testing";
import type { AuditAction } from "@/domain/audit/action";
import { MOVE_RULES, REPORT_MOVES, type ReportMove } from "@/domain/reports/report-state";
import { applyMove } from "@/server/reports/moves/open-move";
import { moderator } from "@/server/reports/testing-approval";

const db = testDb();

/** Moves after which a report is where it was: its state does not tell that somebody was first, its version has to. */
const SAME_STATE = REPORT_MOVES.flatMap((move) =>
  MOVE_RULES[move].flatMap(({ from, to }) => (from === to ? [{ move, from }] : [])),
);
const ACTION: Partial<Record<ReportMove, AuditAction>> = {
  edit: "report.edited",
  renew: "report.renewed",
  "pass-on": "report.passed-on",
  "take-over": "report.taken-over",
};

it("there are moves that leave the state as it is, and this file knows each", () => {
  expect([...new Set(SAME_STATE.map(({ move }) => move))].sort()).toEqual(Object.keys(ACTION).sort());
});

it.each(SAME_STATE)(
  "$move in $from: of two who saw the same version the second writes nothing",
  async ({ move, from }) => {
    const actor = await moderator(db);
    const { id } = await makeReport(db, { state: from, heldBy: from === "in-review" ? actor.id : null });
    const seen = await findReport(db, id);
    const action = ACTION[move];
    if (!seen || !action) throw new Error("unreachable");
    await applyMove(db, actor, seen, move, { action, patch: { title: "The first" } });
    const after = [await findReport(db, id), await findReportHistory(db, id)];
    const late = applyMove(db, actor, seen, move, { action, patch: { title: "The second" } });
    await expect(late).rejects.toMatchObject({ code: "conflict", what: action });
    expect(after[0]).toMatchObject({ title: "The first", state: from, version: seen.version + 1 });
    expect([await findReport(db, id), await findReportHistory(db, id)]).toEqual(after);
  },
);
