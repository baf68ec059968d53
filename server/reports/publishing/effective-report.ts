import type { Db } from "@/db/client";
import { findRevision, type ReportRow } from "@/db/queries/reports";
import { InvalidInputError, NotAllowedError, NotFoundError } from "@/domain/errors";
import { applyFieldDecisions, type Effective, type FieldDecision } from "@/domain/reports/field-decision";
import type { NewServiceProposal } from "@/domain/reports/proposal";
import { problemsOfDates } from "@/domain/reports/proposal-dates";

/** @throws NotFoundError; NotAllowedError for a kind of report that no form makes yet. */
export async function loadNewServiceProposal(db: Db, report: ReportRow): Promise<NewServiceProposal> {
  const revision = await findRevision(db, report.id, report.revision);
  if (!revision) throw new NotFoundError("revision");
  if (revision.proposal.kind !== "new-service") throw new NotAllowedError("kind-not-supported");
  return revision.proposal;
}

/**
 * What would be published of the newest revision with these verdicts.
 * @throws InvalidInputError by field of the proposal ("fields.<field>" in the form).
 */
export async function loadEffective(
  db: Db,
  report: ReportRow,
  fields: readonly FieldDecision[],
  today: string,
): Promise<Effective> {
  const result = applyFieldDecisions(await loadNewServiceProposal(db, report), fields);
  if (!result.ok) throw new InvalidInputError(result.fields);
  const { startedOn, ...sources } = problemsOfDates(result.effective.proposal, today);
  const problems: Record<string, string> = {};
  if (startedOn) problems["started-on"] = startedOn;
  if (Object.keys(sources).length > 0) problems.sources = "source-date-wrong";
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return result.effective;
}
