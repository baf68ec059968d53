import type { Db } from "@/db/client";
import { findLastDecision } from "@/db/queries/decisions";
import { InvalidInputError } from "@/domain/errors";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { applyFieldDecisions, type FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { readFirstDecision } from "@/server/reports/moves/record-decision";
import { effectiveChangeOf } from "@/server/reports/publishing/effective-report";

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

/** The same of a report about an entry. */
export async function loadFirstChange(
  db: Db,
  reportId: string,
  proposal: ChangeProposal,
): Promise<ChangeProposal | null> {
  const first = await findLastDecision(db, reportId, ["send-for-second"]);
  return first ? readEffectiveChange(db, proposal, readFirstDecision(first).fields) : null;
}

/** What was decided to be done; null where it cannot be told any more, because what was chosen has gone. */
export async function readEffectiveChange(
  db: Db,
  proposal: ChangeProposal,
  fields: readonly FieldDecision[],
): Promise<ChangeProposal | null> {
  try {
    return await effectiveChangeOf(db, proposal, fields);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
