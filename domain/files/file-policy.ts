import { type AnyActor, hasRole } from "@/domain/actor";
import type { FileKind } from "@/domain/files/report-file";
import { checkMove, type ReportFacts, type ReportRefusal } from "@/domain/reports/report-policy";

/** The author, for as long as the report may be changed by them. */
export function canChangeFiles(report: ReportFacts, actor: AnyActor, now: Date): boolean {
  return changeFilesRefusal(report, actor, now) === null;
}

/** Why not: whoever is not the author is told that, and nothing of how the report stands. */
export function changeFilesRefusal(report: ReportFacts, actor: AnyActor, now: Date): ReportRefusal | null {
  const verdict = checkMove(report, "edit", actor, now);
  return verdict.allowed ? null : verdict.reason;
}

/** The author and moderators; trusted campaigners who review a report do not see what may show people. What is published everybody sees. */
export function canSeeFile(report: ReportFacts, actor: AnyActor): boolean {
  if (actor.kind !== "campaigner") return false;
  return actor.id === report.authorId || isModeratorOf(report, actor);
}

/** The author while they may change the report, and any moderator but the author. */
export function canHideParts(report: ReportFacts, actor: AnyActor, now: Date): boolean {
  return canChangeFiles(report, actor, now) || isModeratorOf(report, actor);
}

/**
 * Why a picture cannot be put beside the source of an entry, or null. It is offered by its author, its report is approved, and whoever
 * publishes it is a moderator and somebody else. A document never can: nobody sees all that is in it (docs/decisions/0089).
 */
export function publishRefusal(
  report: ReportFacts,
  file: { kind: FileKind | null; isOffered: boolean },
  actor: AnyActor,
): PublishRefusal | null {
  if (actor.kind !== "campaigner" || !hasRole(actor, "moderator")) return "not-moderator";
  if (actor.id === report.authorId) return "own-report";
  if (report.state !== "approved") return "wrong-state";
  return file.kind === "photograph" && file.isOffered ? null : "not-offered";
}
export type PublishRefusal = "not-moderator" | "own-report" | "wrong-state" | "not-offered";

/** The author says whether their picture may be public, at any time: they can always take it back. */
export function canOffer(report: ReportFacts, kind: FileKind | null, actor: AnyActor): boolean {
  return kind === "photograph" && actor.kind === "campaigner" && actor.id === report.authorId;
}

function isModeratorOf(report: ReportFacts, actor: AnyActor): boolean {
  const isOther = actor.kind === "campaigner" && actor.id !== report.authorId;
  return isOther && report.state !== "draft" && hasRole(actor, "moderator");
}
