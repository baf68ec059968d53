import type { Proposal, ReportPart } from "@/domain/reports/proposal";

/** What a record can be without. */
const DISPENSABLE: ReadonlySet<ReportPart> = new Set([
  "provider",
  "commissioner",
  "contract",
  "started-on",
  "changed-on",
]);

/** Whether the rest of a report can be published without a part. Who runs it now is all that a report of a new provider says. */
export function mayBeLeftOut(proposal: Proposal, part: ReportPart): boolean {
  return DISPENSABLE.has(part) && (proposal.kind === "new-service" || part !== "provider");
}
