import type { Db } from "@/db/client";
import { findLastActionOn } from "@/db/queries/decisions";
import { findReport, lockReport, type ReportRow } from "@/db/queries/reports";
import { type ReportPatch, updateReport } from "@/db/queries/reports-write";
import type { Actor, AnyActor } from "@/domain/actor";
import type { AuditAction } from "@/domain/audit/action";
import { ConflictError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { handleOf, ONESELF } from "@/domain/reports/moderator-handle";
import { canReadReport, checkMove, checkStanding, type ReportFacts } from "@/domain/reports/report-policy";
import { nextState, type ReportMove } from "@/domain/reports/report-state";
import { auditAll, type NewAuditLine } from "@/server/audit";
import { liesOutside } from "@/server/campaigners/area-limits";
import { assertPractised } from "@/server/campaigners/finish-practice";

/** Which report, and the version that its actor saw when they pressed the button. */
export type SeenReport = { reportId: string; version: number };

export function factsOf(report: ReportRow): ReportFacts {
  const { state, authorId, heldBy, holdExpiresAt, firstDeciderId, appealedFrom, hasBeenAppealed } = report;
  const { setAsideAt } = report;
  return {
    state,
    authorId,
    heldBy,
    holdExpiresAt,
    firstDeciderId,
    appealedFrom,
    hasBeenAppealed,
    setAsideAt,
  };
}

/** The same, with whether it lies outside of the areas that this actor is limited to. */
export async function factsFor(db: Db, report: ReportRow, actor: AnyActor): Promise<ReportFacts> {
  return { ...factsOf(report), isOutside: await liesOutside(db, actor, report.areaIds) };
}

/** With these somebody begins to decide a report. Whoever holds one has done one of them, or was handed it and has practised. */
const BEGINS_DECIDING: readonly ReportMove[] = ["hold", "take-over", "confirm", "return"];

/**
 * The report, once it is sure that `actor` may make `move` on it now.
 * @throws NotFoundError; NotAllowedError for those whose move it can never be; ConflictError when it has changed since the
 * actor saw it (they are told what happened rather than that they may not); NotAllowedError with the policy's reason.
 * @param options.begun the report, where this transaction has just made it.
 * @param options.lock for a move that writes other records before the report's own row: whoever comes second waits.
 */
export async function openMove(
  db: Db,
  actor: AnyActor,
  seen: SeenReport,
  move: ReportMove,
  now: Date,
  options: { lock?: boolean; begun?: ReportRow | undefined } = {},
): Promise<{ report: ReportRow; actor: Actor }> {
  const report =
    options.begun ?? (await (options.lock ? lockReport(db, seen.reportId) : findReport(db, seen.reportId)));
  if (!report) throw new NotFoundError("report");
  const facts = await factsFor(db, report, actor);
  // Who is asked before what happened meanwhile: a move that was never theirs tells nobody what others did.
  const standing = checkStanding(facts, move, actor);
  if (!standing.allowed) throw new NotAllowedError(standing.reason);
  if (BEGINS_DECIDING.includes(move)) await assertPractised(db, actor);
  if (report.version !== seen.version && (actor.kind === "system" || canReadReport(facts, actor)))
    throw await conflictOver(db, report, actor);
  const verdict = checkMove(facts, move, actor, now);
  if (!verdict.allowed) throw new NotAllowedError(verdict.reason);
  if (actor.kind === "visitor") throw new NotAllowedError("sign-in");
  return { report, actor };
}

/**
 * Who was first, and what they did: the action's name and the handle of whoever did it. An author has none. Whoever was first themselves, in
 * another tab or with an answer that was lost on its way, is told so.
 */
export async function conflictOver(
  db: Db,
  { id, authorId }: Pick<ReportRow, "id" | "authorId">,
  actor: AnyActor,
): Promise<ConflictError> {
  const last = await findLastActionOn(db, id);
  if (actor.kind === "campaigner" && last?.actorId === actor.id)
    return new ConflictError(last.action, ONESELF);
  const by = last?.actorId === authorId ? null : handleOf(last?.actorId);
  return new ConflictError(last?.action ?? "report.discarded", by);
}

/**
 * Makes the move: one conditional update and its audit row. A report that leaves in-review is nobody's to hold.
 * @throws ConflictError when somebody was first.
 */
export async function applyMove(
  db: Db,
  actor: Actor,
  report: ReportRow,
  move: ReportMove,
  {
    patch = {},
    action,
    payload = {},
    before = [],
  }: {
    patch?: ReportPatch;
    action: AuditAction;
    payload?: Record<string, unknown>;
    /** What was done first, in this transaction; its lines come before that of the move. */
    before?: readonly NewAuditLine[];
  },
): Promise<ReportRow> {
  const state = nextState(report.state, move);
  if (state === undefined || state === "gone") throw new NotAllowedError("wrong-state");
  const hold = state === "in-review" ? {} : { heldBy: null, holdExpiresAt: null };
  const row = await updateReport(db, report, { ...hold, ...patch, state });
  if (!row) throw await conflictOver(db, report, actor);
  const said = { from: report.state, to: state, version: row.version, ...payload };
  await auditAll(db, actor, [
    ...before,
    { action, subject: { type: "report", id: report.id }, payload: said },
  ]);
  return row;
}
