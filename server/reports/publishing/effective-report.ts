import type { Db } from "@/db/client";
import { findPublicEntry } from "@/db/queries/public-entry";
import { findPublicPlace, findPublicProvider } from "@/db/queries/report-records";
import { findRevision, type ReportRow } from "@/db/queries/reports";
import { InvalidInputError, NotFoundError } from "@/domain/errors";
import { applyChangeDecisions } from "@/domain/reports/change-decision";
import { questionOf } from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { lastPart } from "@/domain/reports/decision-form";
import { applyFieldDecisions, type Effective, type FieldDecision } from "@/domain/reports/field-decision";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
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

/**
 * What would be done to an entry by the newest revision of a report about it, with these verdicts.
 * @throws InvalidInputError by part.
 */
export async function effectiveChangeOf(
  db: Db,
  sent: ChangeProposal,
  fields: readonly FieldDecision[],
): Promise<ChangeProposal> {
  const result = applyChangeDecisions(sent, fields, await choicesIn(db, sent, fields));
  if (!result.ok) throw new InvalidInputError(result.fields);
  return result.proposal;
}

/** What the choices of a moderator mean, by the fields of the author's form. @throws InvalidInputError for what has gone meanwhile. */
async function choicesIn(
  db: Db,
  sent: ChangeProposal,
  fields: readonly FieldDecision[],
): Promise<ReportFormValues> {
  const chosen: ReportFormValues = {};
  for (const { verdict, changedTo } of fields) {
    if (verdict === "refuse" || changedTo === null) continue;
    const { placeId, providerId, other } = changedTo;
    if (typeof placeId === "string") {
      const place = await findPublicPlace(db, placeId);
      if (!place) throw new InvalidInputError({ place: "place-gone" });
      const { name: placeName, town, postcode } = place;
      Object.assign(chosen, { placeId, placeName, addressLines: "", town, postcode });
    }
    if (typeof providerId === "string") {
      const provider = await findPublicProvider(db, providerId);
      if (!provider) throw new InvalidInputError({ provider: "provider-gone" });
      chosen.providerName = provider.name;
    }
    if (typeof other === "string") {
      const entry = await findPublicEntry(db, questionOf(sent).about.type, lastPart(other));
      if (!entry) throw new InvalidInputError({ "same-as": "other-needed" });
      chosen.other = entry.id;
    }
  }
  return chosen;
}
