import { type AnyActor, hasRole } from "@/domain/actor";
import { canMove, type ReportFacts } from "@/domain/reports/report-policy";

/** What the policy needs to know of a file. */
export type FileFacts = { isPublic: boolean };

/** The author, for as long as the report may be changed by them. */
export function canChangeFiles(report: ReportFacts, actor: AnyActor, now: Date): boolean {
  return canMove(report, "edit", actor, now);
}

/** The author and moderators; trusted campaigners who review a report do not see what may show people. Everybody once it is published. */
export function canSeeFile(report: ReportFacts, { isPublic }: FileFacts, actor: AnyActor): boolean {
  if (isPublic) return true;
  if (actor.kind !== "campaigner") return false;
  return actor.id === report.authorId || isModeratorOf(report, actor);
}

/** The author while they may change the report, and any moderator but the author. */
export function canHideParts(report: ReportFacts, actor: AnyActor, now: Date): boolean {
  return canChangeFiles(report, actor, now) || isModeratorOf(report, actor);
}

function isModeratorOf(report: ReportFacts, actor: AnyActor): boolean {
  const isOther = actor.kind === "campaigner" && actor.id !== report.authorId;
  return isOther && report.state !== "draft" && hasRole(actor, "moderator");
}
