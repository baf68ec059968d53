import type { ReportKind } from "@/domain/reports/proposal";
import type { ReportState } from "@/domain/reports/report-state";

/** Where a report stands while it waits; each is in one. The database keeps the same (`reports.lane`). */
export const REPORT_LANES = ["new", "changes", "appeals", "second"] as const;
export type ReportLane = (typeof REPORT_LANES)[number];

/** All that waits for moderators, in the order in which it is shown. Complaints and imports are no reports. */
export const QUEUE_LANES = ["new", "changes", "complaints", "imports", "appeals", "second"] as const;
export type QueueLane = (typeof QUEUE_LANES)[number];

const WAITING: readonly ReportState[] = ["submitted", "in-review", "awaiting-second"];

/** The lane of a report; null while it does not wait for a moderator. */
export function laneOf(report: {
  state: ReportState;
  kind: ReportKind;
  appealedFrom: string | null;
  setAsideAt: Date | null;
}): ReportLane | null {
  if (report.setAsideAt !== null || !WAITING.includes(report.state)) return null;
  if (report.state === "awaiting-second") return "second";
  if (report.appealedFrom !== null) return "appeals";
  return report.kind === "new-service" ? "new" : "changes";
}
