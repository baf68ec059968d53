import type { Db } from "@/db/client";
import { findRevision, type ReportRow } from "@/db/queries/reports";
import { InvalidInputError, NotFoundError } from "@/domain/errors";
import { applyFieldDecisions, type Effective, type FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal, Proposal } from "@/domain/reports/proposal";
import { problemsOfDates } from "@/domain/reports/proposal-dates";

/** What the newest revision proposes. @throws NotFoundError. */
export async function loadProposal(db: Db, report: ReportRow): Promise<Proposal> {
  const revision = await findRevision(db, report.id, report.revision);
  if (!revision) throw new NotFoundError("revision");
  return revision.proposal;
}

/**
 * What would be published of the newest revision with these verdicts.
 * @throws InvalidInputError by field of the proposal ("fields.<field>" in the form).
 */
export function effectiveOf(
  sent: NewServiceProposal,
  fields: readonly FieldDecision[],
  today: string,
): Effective {
  const result = applyFieldDecisions(sent, fields);
  if (!result.ok) throw new InvalidInputError(result.fields);
  const { startedOn, ...sources } = problemsOfDates(result.effective.proposal, today);
  const problems: Record<string, string> = {};
  if (startedOn) problems["started-on"] = startedOn;
  if (Object.keys(sources).length > 0) problems.sources = "source-date-wrong";
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return result.effective;
}
