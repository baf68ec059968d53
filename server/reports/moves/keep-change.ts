import { type Db, inTransaction } from "@/db/client";
import type { AnyActor } from "@/domain/actor";
import { ukToday } from "@/domain/dates/partial-date";
import { InvalidInputError, NotAllowedError } from "@/domain/errors";
import type { FieldProblem } from "@/domain/field-problem";
import { aboutOf, pickChangeForm } from "@/domain/reports/change-form";
import { type ChangeStep, fieldsOfChangeStep, problemsOfChangeStep } from "@/domain/reports/change-steps";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import { PICK } from "@/domain/reports/new-service-steps";
import { isUuid } from "@/domain/uuid";
import { findKeptChange, keeperOf, keepPendingDraft } from "@/server/reports/moves/keep-pending-draft";
import { findMadeOf, refuseProblems, type SavedStep } from "@/server/reports/moves/keep-step";
import { problemsInRecord } from "@/server/reports/moves/read-change";
import { fieldsOfWhere, NO_ADDRESS, problemsOfLookedFor } from "@/server/reports/moves/typed-place";

type Written = { draftId: unknown; step: ChangeStep; form: Readonly<Record<string, unknown>> };

/**
 * Keeps what was written on one page of a report about an entry that is there, signed in or not, beside what the other pages said, under the
 * id that the page was given: whoever was signed out meanwhile finds it once they have signed in again. What cannot be sent is kept as
 * well and then refused. What is kept under the id and is of another entry or question stays.
 * @throws InvalidInputError by form field, also where the form is about no entry; NotAllowedError ("draft-gone") where the id is none.
 */
export async function keepChangeStep(
  db: Db,
  actor: AnyActor,
  written: Written,
  now: Date = new Date(),
): Promise<SavedStep> {
  const saved = await keepChangeUnchecked(db, actor, written, now);
  if (saved.made === null) refuseProblems(await problemsOfKeptStep(db, saved.form, written, now));
  return saved;
}

/** The same, of a page that goes on being written. @throws as `keepChangeStep`, but for what cannot be sent. */
export async function keepChangeUnchecked(
  db: Db,
  actor: AnyActor,
  { draftId: id, step, form: sent }: Written,
  now: Date = new Date(),
): Promise<SavedStep> {
  if (!isUuid(id)) throw new NotAllowedError("draft-gone");
  if (!aboutOf(sent)) throw new InvalidInputError({ note: "entry-gone" });
  const made = await findMadeOf(db, actor, id);
  if (made) return { form: null, made };
  const isChosen = Boolean((await findKeptChange(db, id, now))?.placeId);
  const written = { ...pickChangeForm(sent), ...(await saidByButton(db, { step, form: sent, isChosen })) };
  const form = await inTransaction(db, async (tx) => {
    const kept = await findKeptChange(tx, id, now);
    if (kept && isOfOther(kept, written)) return written;
    const forWhom = await keeperOf(tx, actor);
    return (await keepPendingDraft(tx, { id, form: written, forWhom }, now)).form;
  });
  return { form, made: null };
}

const ABOUT = ["aboutType", "aboutId", "question", "field"] as const;

/** Whether what is kept and what is sent are of different entries, questions or facts. */
export function isOfOther(
  kept: Readonly<Record<string, string>>,
  form: Readonly<Record<string, string>>,
): boolean {
  return ABOUT.some((name) => (kept[name] ?? "") !== (form[name] ?? ""));
}

/** What a page's buttons say besides its fields. */
async function saidByButton(
  db: Db,
  { step, form, isChosen }: Pick<Written, "step" | "form"> & { isChosen: boolean },
): Promise<ReportFormValues> {
  const intent = typeof form.intent === "string" ? form.intent : "";
  const picked = intent.startsWith(PICK) ? intent.slice(PICK.length) : null;
  switch (step) {
    case "who":
      if (picked !== null) return { naming: "named", providerName: picked };
      return { naming: intent === "not-known" ? "not-named" : "named" };
    case "fact":
      return picked === null ? {} : { proposed: picked };
    case "twin":
      return picked === null ? {} : { other: picked };
    case "where":
      return {
        ...(isChosen && intent === "find" ? NO_ADDRESS : {}),
        ...(await fieldsOfWhere(db, form, picked)),
      };
    default:
      return {};
  }
}

async function problemsOfKeptStep(
  db: Db,
  form: ReportFormValues,
  { step, form: sent }: Written,
  now: Date,
): Promise<Record<string, FieldProblem>> {
  if (step === "where" && sent.intent === "find") {
    const { postcode } = await problemsInRecord(db, form);
    return problemsOfLookedFor(form, postcode);
  }
  const problems = await problemsOfChangePage(db, form, step, now);
  if (step !== "where" || sent.intent !== "pinned" || form.point) return problems;
  // Whoever came for a pin is asked for it, not for a town.
  const { postcode: _, ...others } = problems;
  return { ...others, point: "point-shape" };
}

/**
 * What is wrong with the answers of one page of a report about an entry, by its shape and by what we hold.
 * @returns field -> message key, in the order of the page
 */
export async function problemsOfChangePage(
  db: Db,
  form: ReportFormValues,
  step: ChangeStep,
  now: Date = new Date(),
): Promise<Record<string, FieldProblem>> {
  const question = aboutOf(form)?.question;
  const fields = question ? fieldsOfChangeStep(question, step) : [];
  const inRecord = Object.entries(await problemsInRecord(db, form));
  const here = inRecord.filter(([field]) => field === "note" || fields.includes(field));
  return { ...problemsOfChangeStep(form, step, ukToday(now)), ...Object.fromEntries(here) };
}
