import type { Db } from "@/db/client";
import { findLastDecision } from "@/db/queries/decisions";
import { applyFieldDecisions } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { readFirstDecision } from "@/server/reports/moves/record-decision";

/** The proposal as the first of two moderators decided it: exactly what the second would publish. */
export async function loadFirstDecision(
  db: Db,
  reportId: string,
  proposal: NewServiceProposal,
): Promise<NewServiceProposal | null> {
  const first = await findLastDecision(db, reportId, ["send-for-second"]);
  if (!first) return null;
  const result = applyFieldDecisions(proposal, readFirstDecision(first).fields);
  return result.ok ? result.effective.proposal : null;
}
