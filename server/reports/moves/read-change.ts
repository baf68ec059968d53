import type { Db } from "@/db/client";
import { findPublicEntry, type PublicEntry } from "@/db/queries/public-entry";
import { findPublicPlace } from "@/db/queries/report-records";
import { listLines } from "@/db/queries/service-lines";
import { InvalidInputError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import {
  type AboutEntry,
  aboutOf,
  parseChangeForm,
  pickChangeForm,
  questionOf,
} from "@/domain/reports/change-form";
import type { ChangeProposal } from "@/domain/reports/change-proposals";
import { changeTitleOf } from "@/domain/reports/change-title";
import { lastPart } from "@/domain/reports/decision-form";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { problemsOfDates } from "@/domain/reports/proposal-dates";
import { isFactOf, isLineFact } from "@/domain/reports/service-lines";
import { isUuid } from "@/domain/uuid";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { problemOfPostcode } from "@/server/look-up/problem-of-postcode";
import { findChosenArea } from "@/server/reports/publishing/area-served";
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
  const other = question === "same-as" ? await findOther(db, about, form) : undefined;
  const parsed = parseChangeForm(form, about, question, other?.id);
  const licence: Record<string, string> = form.licence === "accepted" ? {} : { licence: "licence" };
  if (!parsed.ok) throw new InvalidInputError({ ...parsed.fields, ...licence });
  const problems = {
    ...(await problemsInRecord(db, form)),
    ...problemsOfDates(parsed.proposal, today),
    ...licence,
  };
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return withAreaNamed(db, parsed.proposal);
}

/** What a form about an entry proposes as it stands, whether or not it could be sent; null where its shape is not whole. */
export async function parseKeptChange(db: Db, form: ReportFormValues): Promise<ChangeProposal | null> {
  const asked = aboutOf(form);
  if (!asked) return null;
  const other = asked.question === "same-as" ? await findOther(db, asked.about, form) : undefined;
  const parsed = parseChangeForm(form, asked.about, asked.question, other?.id);
  return parsed.ok ? parsed.proposal : null;
}

/** An area that was chosen goes by our name of it. */
async function withAreaNamed(db: Db, proposal: ChangeProposal): Promise<ChangeProposal> {
  if (proposal.kind !== "change" || proposal.change !== "moved") return proposal;
  const area = await findChosenArea(db, proposal);
  return area ? { ...proposal, placeName: area.nameEn } : proposal;
}

/** The entry that was meant by what was typed or pasted: the address of its page, or the last part of it. */
function findOther(db: Db, { type }: AboutEntry, form: ReportFormValues): Promise<PublicEntry | undefined> {
  return findPublicEntry(db, type, lastPart(form.other ?? ""));
}

/**
 * What the shape of a form about an entry cannot tell, of the answers that are there: a postcode that nobody has, a place or an entry that is
 * gone, a pin in the sea. Of what is not filled in yet nothing is said.
 * @returns field -> message key
 */
export async function problemsInRecord(
  db: Db,
  form: ReportFormValues,
): Promise<Record<string, FieldProblem>> {
  const asked = aboutOf(form);
  switch (asked?.question) {
    case "moved":
      // Of a place that we know the address is ours.
      return form.placeId ? problemsOfPlace(db, form.placeId) : problemsOfWhere(form);
    case "wrong": {
      const line = await problemsOfLine(db, asked.about, form);
      if (form.field === "address") return { ...line, ...problemsOfCode(form) };
      const astray = form.field === "point" && form.proposed ? problemOfPoint(form.proposed) : null;
      return astray ? { ...line, proposed: astray } : line;
    }
    case "same-as":
      return problemsOfTwin(db, asked.about, form);
    case "not-outsourced":
      return problemsOfMap(db, asked.about, form);
    default:
      return {};
  }
}

/** The payer, the contract or the area that is meant may be the service's no more, or never have been. */
async function problemsOfLine(
  db: Db,
  about: AboutEntry,
  { field = "", lineId = "" }: ReportFormValues,
): Promise<Record<string, FieldProblem>> {
  if (!isLineFact(field) || lineId === "") return {};
  const lines = await listLines(db, about.id);
  return lines.some(({ id, kind }) => id === lineId && isFactOf(kind, field)) ? {} : { note: "line-gone" };
}

/** A place that was chosen may have gone since, or never have been one. */
async function problemsOfPlace(db: Db, placeId: string): Promise<Record<string, FieldProblem>> {
  return isUuid(placeId) && (await findPublicPlace(db, placeId)) ? {} : { placeName: "place-gone" };
}

/** That a place is run by the NHS is not taken without a word where our map has somebody else there: which of the two is meant? */
async function problemsOfMap(
  db: Db,
  about: AboutEntry,
  { mapped = "" }: ReportFormValues,
): Promise<Record<string, FieldProblem>> {
  if (mapped !== "") return {};
  const onMap = await findServicesOnMap(db, about.id);
  return onMap.length > 0 ? { mapped: "map-has-service" } : {};
}

/** A pin far from a postcode that nobody has is far from nothing. */
function problemsOfWhere(form: ReportFormValues): Record<string, FieldProblem> {
  const wrong = problemsOfCode(form);
  const point = problemOfPoint(form.point ?? "", wrong.postcode ? "" : form.postcode);
  return point ? { ...wrong, point } : wrong;
}

function problemsOfCode({ postcode = "" }: ReportFormValues): Record<string, FieldProblem> {
  const wrong = postcode.trim() === "" ? null : problemOfPostcode(postcode);
  return wrong ? { postcode: wrong } : {};
}

async function problemsOfTwin(
  db: Db,
  about: AboutEntry,
  form: ReportFormValues,
): Promise<Record<string, FieldProblem>> {
  if (!form.other?.trim()) return {};
  const other = await findOther(db, about, form);
  if (!other) return { other: "other-needed" };
  return other.id === about.id ? { other: "same-entry" } : {};
}
