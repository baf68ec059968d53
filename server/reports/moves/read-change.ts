import type { Db } from "@/db/client";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import { findPublicPlace } from "@/db/queries/report-records";
import { listLines } from "@/db/queries/service-lines";
import { InvalidInputError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import { aboutOf, parseChangeForm, pickChangeForm, questionOf } from "@/domain/reports/change-form";
import { type ChangeProposal, whereSchema } from "@/domain/reports/change-proposals";
import { changeTitleOf } from "@/domain/reports/change-title";
import { lastPart } from "@/domain/reports/decision-form";
import { problemsOfDates } from "@/domain/reports/proposal-dates";
import { isFactOf, isLineFact } from "@/domain/reports/service-lines";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { problemOfPostcode } from "@/server/look-up/problem-of-postcode";
import { findServicesOnMap } from "./services-on-map";

/** The entry that a change is about, for its title; undefined when it is not shown any more. */
export async function entryOfChange(db: Db, proposal: ChangeProposal): Promise<PublicEntry | undefined> {
  const { about } = questionOf(proposal);
  return findPublicEntry(db, about.type, about.id);
}

/** One line for lists of reports. @throws InvalidInputError where the entry is gone. */
export async function titleOfChange(db: Db, proposal: ChangeProposal): Promise<string> {
  const entry = await entryOfChange(db, proposal);
  if (!entry) throw new InvalidInputError({ note: "entry-gone" });
  return changeTitleOf(questionOf(proposal).question, entry.name);
}

/**
 * Reads a form about an entry that is to be sent.
 * @throws InvalidInputError naming every field that is not right, the licence among them.
 */
export async function readSentChange(
  db: Db,
  given: Readonly<Record<string, unknown>>,
  today: string,
): Promise<ChangeProposal> {
  const form = pickChangeForm(given);
  const asked = aboutOf(form);
  if (!asked) throw new InvalidInputError({ note: "entry-gone" });
  const { about, question } = asked;
  const other =
    question === "same-as" ? await findPublicEntry(db, "service", lastPart(form.other ?? "")) : undefined;
  const parsed = parseChangeForm(form, about, question, other?.id);
  const licence: Record<string, string> = form.licence === "accepted" ? {} : { licence: "licence" };
  if (!parsed.ok) throw new InvalidInputError({ ...parsed.fields, ...licence });
  const problems = {
    ...(await problemsOfLine(db, parsed.proposal)),
    ...(await problemsOfPlace(db, parsed.proposal)),
    ...(await problemsOfMap(db, parsed.proposal)),
    ...problemsOfChange(parsed.proposal, today),
    ...licence,
  };
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return parsed.proposal;
}

/** The payer, the contract or the area that is meant may be the service's no more, or never have been. */
async function problemsOfLine(db: Db, proposal: ChangeProposal): Promise<Record<string, FieldProblem>> {
  if (proposal.kind !== "correction" || !isLineFact(proposal.field) || proposal.lineId === undefined)
    return {};
  const { field, lineId } = proposal;
  const lines = await listLines(db, proposal.recordId);
  return lines.some(({ id, kind }) => id === lineId && isFactOf(kind, field)) ? {} : { note: "line-gone" };
}

/** A place that was chosen may have gone since, or never have been one. */
async function problemsOfPlace(db: Db, proposal: ChangeProposal): Promise<Record<string, FieldProblem>> {
  if (proposal.kind !== "change" || proposal.change !== "moved" || proposal.placeId === null) return {};
  return (await findPublicPlace(db, proposal.placeId)) ? {} : { placeName: "place-gone" };
}

/** That a place is run by the NHS is not taken without a word where our map has somebody else there: which of the two is meant? */
async function problemsOfMap(db: Db, proposal: ChangeProposal): Promise<Record<string, FieldProblem>> {
  if (proposal.kind !== "not-outsourced" || proposal.mapped !== "") return {};
  const onMap = await findServicesOnMap(db, proposal.placeId);
  return onMap.length > 0 ? { mapped: "map-has-service" } : {};
}

/** What the shape cannot tell: days that cannot be, a postcode that nobody has, an entry that is its own twin. */
function problemsOfChange(proposal: ChangeProposal, today: string): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = { ...problemsOfDates(proposal, today) };
  const postcode = postcodeOf(proposal);
  const wrong = postcode === "" ? null : problemOfPostcode(postcode);
  if (wrong) problems.postcode = wrong;
  if (proposal.kind === "correction" && proposal.field === "point") {
    const astray = problemOfPoint(String(proposal.proposed));
    if (astray) problems.proposed = astray;
  }
  if (proposal.kind === "same-as" && proposal.otherId === proposal.serviceId) problems.other = "same-entry";
  return problems;
}

function postcodeOf(proposal: ChangeProposal): string {
  if (proposal.kind === "change") return proposal.change === "moved" ? proposal.postcode : "";
  if (proposal.kind !== "correction" || proposal.field !== "address") return "";
  return whereSchema.parse(proposal.proposed).postcode;
}
