import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import { findPublicPlace } from "@/db/queries/report-records";
import { findRevision } from "@/db/queries/reports";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import { aboutOf, questionOf } from "@/domain/reports/change-form";
import { parseReportForm, pickReportForm } from "@/domain/reports/new-service-form";
import type { NewServiceProposal, Proposal, ReportKind } from "@/domain/reports/proposal";
import { chosenArea } from "@/domain/reports/serves-area";
import { nameOfServiceFor, reportTitleOf } from "@/domain/reports/service-name";
import { problemsOfSent } from "@/server/reports/moves/check-sent";
import { readSentChange, titleOfChange } from "@/server/reports/moves/read-change";
import { findChosenArea } from "@/server/reports/publishing/area-served";

/**
 * Reads a form that is to be sent.
 * @throws InvalidInputError naming every field that is not right, the licence among them.
 */
export async function readSentForm(
  db: Db,
  form: Readonly<Record<string, unknown>>,
  today: string,
): Promise<NewServiceProposal> {
  const fields = pickReportForm(form);
  const parsed = parseReportForm(fields);
  const licence: Record<string, string> = fields.licence === "accepted" ? {} : { licence: "licence" };
  if (!parsed.ok) throw new InvalidInputError({ ...parsed.fields, ...licence });
  if (Object.keys(licence).length > 0) throw new InvalidInputError(licence);
  const problems = problemsOfSent(fields, parsed.proposal, today);
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  const { placeId } = parsed.proposal;
  if (placeId !== null && !(await findPublicPlace(db, placeId)))
    throw new InvalidInputError({ placeName: "place-gone" });
  const area = await findChosenArea(db, parsed.proposal);
  return area ? { ...parsed.proposal, placeName: area.nameEn } : parsed.proposal;
}

/** One line for lists of reports; a place we know goes by our name, whatever was typed beside it. */
async function titleOfReport(db: Db, proposal: NewServiceProposal): Promise<string> {
  const known = proposal.placeId === null ? undefined : await findPublicPlace(db, proposal.placeId);
  if (chosenArea(proposal) !== null)
    return nameOfServiceFor(proposal.category, proposal.placeName).slice(0, 240);
  return reportTitleOf(proposal.category, known?.name ?? proposal.placeName);
}

/**
 * Whatever kind of report a form is for, read and with its line for lists.
 * @throws InvalidInputError naming every field that is not right.
 */
export async function readSent(
  db: Db,
  form: Readonly<Record<string, unknown>>,
  today: string,
): Promise<{ proposal: Proposal; title: string }> {
  if (aboutOf(form)) {
    const proposal = await readSentChange(db, form, today);
    return { proposal, title: await titleOfChange(db, proposal) };
  }
  const proposal = await readSentForm(db, form, today);
  return { proposal, title: await titleOfReport(db, proposal) };
}

/** A report stays what it is: a further version of it is of the same kind, about the same entry, and answers the same question. */
export async function refuseOtherKind(
  db: Db,
  report: { id: string; kind: ReportKind; revision: number },
  proposal: Proposal,
): Promise<void> {
  if (report.kind !== proposal.kind) throw new NotAllowedError("wrong-state");
  if (report.revision === 0) return;
  const sent = (await findRevision(db, report.id, report.revision))?.proposal;
  if (!sent || sent.kind === "new-service" || proposal.kind === "new-service") return;
  if (!isDeepStrictEqual(questionOf(sent), questionOf(proposal))) throw new NotAllowedError("wrong-state");
}
