import { type Db, inTransaction } from "@/db/client";
import { findReportOfSubmission } from "@/db/queries/reports";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import { pickReportForm, type ReportFormValues } from "@/domain/reports/new-service-form";
import { PICK, problemsOfStep, type ReportStep } from "@/domain/reports/new-service-steps";
import { isUuid } from "@/domain/uuid";
import { problemOfPoint } from "@/server/look-up/problem-of-point";
import { problemOfPostcode } from "@/server/look-up/problem-of-postcode";
import { findKeptDraft, keeperOf, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { fieldsOfWhere, NO_ADDRESS, problemsOfLookedFor } from "@/server/reports/moves/typed-place";

export type SavedStep =
  /** All that is kept now. */
  | { form: ReportFormValues; made: null }
  /** It was sent or saved already, from another tab or before going back. */
  | { form: null; made: MadeReport };

/** The report that a kept draft became; `isSent` is false where it was saved as a draft. */
export type MadeReport = { reportId: string; isSent: boolean };

type Written = { draftId: unknown; step: ReportStep; form: Readonly<Record<string, unknown>> };

/**
 * Keeps what was written on one page of a report that is not sent yet, signed in or not, beside what the other pages said, under an id
 * that the page was given: going back, loading anew, a second tab or a second press keep one draft. What cannot be sent is kept as well
 * and then refused, so that nothing is typed twice.
 * @throws InvalidInputError by form field; NotAllowedError ("draft-gone") where the id is none.
 */
export async function keepStep(
  db: Db,
  actor: AnyActor,
  written: Written,
  now: Date = new Date(),
): Promise<SavedStep> {
  const saved = await keepUnchecked(db, actor, written, now);
  if (saved.made === null) refuseProblems(problemsOfKept(saved.form, written, now));
  return saved;
}

/** @throws InvalidInputError where there are any: what is wrong is kept already, so that nothing is typed twice. */
export function refuseProblems(problems: Record<string, FieldProblem>): void {
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
}

/** The same, of a page that goes on being written. @throws NotAllowedError ("draft-gone") where the id is none. */
export async function keepUnchecked(
  db: Db,
  actor: AnyActor,
  { draftId: id, step, form: sent }: Written,
  now: Date = new Date(),
): Promise<SavedStep> {
  if (!isUuid(id)) throw new NotAllowedError("draft-gone");
  const made = await findMadeOf(db, actor, id);
  if (made) return { form: null, made };
  const isChosen = Boolean((await findKeptDraft(db, id, now))?.placeId);
  const address = step === "where" && isChosen && sent.intent === "find" ? NO_ADDRESS : {};
  const filled = { ...address, ...(await filledIn(db, step, sent)) };
  const written = { ...pickReportForm(sent), ...filled };
  const { form } = await inTransaction(db, async (tx) =>
    keepPendingDraft(tx, { id, form: written, forWhom: await keeperOf(tx, actor) }, now),
  );
  return { form, made: null };
}

/** The report that a kept draft became, where its author asks; null before it is sent or saved. */
export async function findMadeOf(db: Db, actor: AnyActor, draftId: string): Promise<MadeReport | null> {
  if (actor.kind !== "campaigner") return null;
  const made = await findReportOfSubmission(db, { authorId: actor.id, submissionKey: draftId });
  return made ? { reportId: made.id, isSent: made.state !== "draft" } : null;
}

/** What a page's buttons say besides its fields. */
async function filledIn(
  db: Db,
  step: ReportStep,
  form: Readonly<Record<string, unknown>>,
): Promise<ReportFormValues> {
  const intent = typeof form.intent === "string" ? form.intent : "";
  const picked = intent.startsWith(PICK) ? intent.slice(PICK.length) : null;
  if (step === "where") return fieldsOfWhere(db, form, picked);
  if (step !== "who") return {};
  if (picked !== null) return { naming: "named", providerName: picked };
  return { naming: intent === "not-named" ? "not-named" : "named" };
}

function problemsOfKept(
  form: ReportFormValues,
  { step, form: sent }: { step: ReportStep; form: Readonly<Record<string, unknown>> },
  now: Date,
): Record<string, FieldProblem> {
  const postcode = form.placeId ? "" : (form.postcode ?? "");
  const wrong = step === "where" && postcode.trim() !== "" ? problemOfPostcode(postcode) : null;
  if (step === "where" && sent.intent === "find") {
    return problemsOfLookedFor({ ...form, postcode }, wrong);
  }
  const problems = problemsOfStep(form, step, ukToday(now));
  if (step === "where" && sent.intent === "pinned") {
    const point = form.point ? problemOfPoint(form.point, wrong ? "" : postcode) : "point-shape";
    if (point) problems.point ??= point;
  }
  return wrong ? { ...problems, postcode: wrong } : problems;
}
