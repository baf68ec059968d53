import type { Db } from "@/db/client";
import type { BulkItem, BulkRun } from "@/db/queries/bulk";
import { findReport } from "@/db/queries/reports";
import type { CampaignerActor } from "@/domain/actor";
import {
  ConflictError,
  DatabaseBusyError,
  DatabaseUnavailableError,
  DomainError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
} from "@/domain/errors";
import { codeOfProblem } from "@/domain/field-problem";
import { isOneOf } from "@/domain/lists/is-one-of";
import { BULK_PROBLEMS, type BulkBecause, type BulkProblem, because } from "@/domain/reports/bulk";
import { moderatorHandle } from "@/domain/reports/moderator-handle";
import { isHeld } from "@/domain/reports/report-policy";
import { approveReport } from "@/server/reports/moves/approve-report";
import { holdReport } from "@/server/reports/moves/hold-report";
import { conflictOver, factsOf } from "@/server/reports/moves/open-move";
import { rejectReport } from "@/server/reports/moves/reject-report";
import { requestChanges } from "@/server/reports/moves/request-changes";

/** An item that is left alone; thrown inside a transaction, so that what was begun of it is taken back. */
class LeftAlone extends Error {
  constructor(readonly because: BulkBecause) {
    super(because.problem);
  }
}

/**
 * Decides one of several reports, in the caller's transaction, by the use cases of a single one: takes it where nobody holds it, then
 * decides it. What asks for a second person, or for a look at a likely twin, is no matter of one click and is left alone.
 * @returns the version of the report behind the decision.
 * @throws what `whyNot` reads.
 */
export async function decideItem(
  db: Db,
  actor: CampaignerActor,
  { verdict, reason }: Pick<BulkRun, "verdict" | "reason">,
  { reportId, version }: Pick<BulkItem, "reportId" | "version">,
  now: Date,
): Promise<number> {
  const seen = await take(db, actor, { reportId, version }, now);
  if (verdict === "reject") return (await rejectReport(db, actor, { ...seen, reason }, now)).version;
  if (verdict === "request-changes")
    return (await requestChanges(db, actor, { ...seen, reason }, now)).version;
  const approved = await approveReport(db, actor, { ...seen, reason, isOneOfSeveral: true }, now);
  if (approved.state === "awaiting-second")
    throw new LeftAlone(because("second-person", { rules: approved.rules }));
  return approved.version;
}

type Seen = { reportId: string; version: number };

async function take(db: Db, actor: CampaignerActor, seen: Seen, now: Date): Promise<Seen> {
  const report = await findReport(db, seen.reportId);
  if (!report) throw new NotFoundError("report");
  const facts = factsOf(report);
  if (report.authorId === actor.id) throw new NotAllowedError("own-report");
  const holder = isHeld(facts, now) ? report.heldBy : null;
  if (holder !== null && holder !== actor.id)
    throw new LeftAlone(because("held", { by: moderatorHandle(holder) }));
  if (report.version !== seen.version) throw await conflictOver(db, report, actor);
  if (report.state === "awaiting-second") throw new LeftAlone(because("waits-for-second"));
  if (holder === actor.id) return seen;
  const { version } = await holdReport(db, actor, seen, now);
  return { reportId: seen.reportId, version };
}

/**
 * Why an item was not decided, or not taken back, for people.
 * @throws the error itself where it says nothing about the item: a fault, or a database that is busy or away.
 */
export function whyNot(error: unknown): BulkBecause {
  if (error instanceof LeftAlone) return error.because;
  if (!(error instanceof DomainError)) throw error;
  if (error instanceof DatabaseBusyError || error instanceof DatabaseUnavailableError) throw error;
  if (error instanceof ConflictError)
    return isOneOf(BULK_PROBLEMS, error.what)
      ? because(error.what)
      : because("changed", { by: error.by, what: error.what });
  if (error instanceof InvalidInputError) return because(problemOf(error.fields));
  if (error instanceof NotFoundError) return because("gone");
  const reason = error instanceof NotAllowedError ? error.reason : "other";
  return because(isOneOf(BULK_PROBLEMS, reason) ? reason : "other");
}

function problemOf(fields: InvalidInputError["fields"]): BulkProblem {
  const codes = Object.values(fields).map(codeOfProblem);
  if ("twins" in fields) return "twin";
  if (codes.includes("reveals-place")) return "reveals";
  return codes.find((code) => isOneOf(BULK_PROBLEMS, code)) ?? "unfit";
}
