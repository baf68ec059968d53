import { type AnyActor, hasRole } from "@/domain/actor";
import { canReadReport, type ReportFacts } from "@/domain/reports/report-policy";
import type { ReportState } from "@/domain/reports/report-state";

const OPEN: readonly ReportState[] = ["submitted", "in-review", "awaiting-second"];

/** Trusted campaigners review what waits for a decision, never what they sent themselves. */
export function canReviewReport(facts: ReportFacts, actor: AnyActor): boolean {
  return (
    hasRole(actor, "trusted-campaigner") &&
    actor.id !== facts.authorId &&
    OPEN.includes(facts.state) &&
    canReadReport(facts, actor)
  );
}

/** The author and moderators talk while anything can still come of it; reviewers have their review. */
export function canWriteMessage(facts: ReportFacts, actor: AnyActor): boolean {
  const closed: readonly ReportState[] = ["draft", "withdrawn"];
  if (closed.includes(facts.state) || actor.kind !== "campaigner") return false;
  return actor.id === facts.authorId || hasRole(actor, "moderator");
}
