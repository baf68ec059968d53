import { partialDateSchema } from "@/domain/dates/partial-date";
import {
  problemOfChange,
  problemOfContractDay,
  problemOfDayThere,
  problemOfSourceDate,
} from "@/domain/dates/plausible";
import { readTypedDate } from "@/domain/dates/typed-date";
import type { FieldProblem } from "@/domain/field-problem";
import { isOneOf } from "@/domain/lists/is-one-of";
import { aboutOf, CHANGE_FIELDS, type ChangeQuestion, parseChangeForm } from "@/domain/reports/change-form";
import { type ReportFormValues, SOURCE_PARTS, sourceField } from "@/domain/reports/new-service-form";
import { problemOfCorrectedDate } from "@/domain/reports/proposal-dates";

/** The pages of a report about an entry that come after its question: one thing is asked on each. */
export const CHANGE_STEPS = ["who", "where", "fact", "twin", "check", "when", "source", "review"] as const;
export type ChangeStep = (typeof CHANGE_STEPS)[number];

const STEPS: Readonly<Record<ChangeQuestion, readonly [ChangeStep, ...ChangeStep[]]>> = {
  "still-there": ["source", "review"],
  "new-provider": ["who", "when", "source", "review"],
  moved: ["where", "when", "source", "review"],
  ended: ["when", "source", "review"],
  wrong: ["fact", "source", "review"],
  "same-as": ["twin", "review"],
  "not-outsourced": ["check", "source", "review"],
};

/** Asked beside the source, because it is the source that may say so. */
const BESIDE_SOURCE: ReadonlySet<string> = new Set(["providerKind"]);

/** The pages of a question, in their order. */
export function stepsOfChange(question: ChangeQuestion): readonly [ChangeStep, ...ChangeStep[]] {
  return STEPS[question];
}

export function isStepOfChange(question: ChangeQuestion, value: unknown): value is ChangeStep {
  return isOneOf(STEPS[question], value);
}

/** The fields of one page, in their order. */
export function fieldsOfChangeStep(question: ChangeQuestion, step: ChangeStep): readonly string[] {
  const own = CHANGE_FIELDS[question];
  switch (step) {
    case "when":
      return ["on"];
    case "source":
      return [
        ...SOURCE_PARTS.map((part) => sourceField(0, part)),
        ...own.filter((field) => BESIDE_SOURCE.has(field)),
        "note",
      ];
    case "twin":
      return [...own, "note"];
    case "review":
      return ["licence"];
    default:
      return own.filter((field) => field !== "on" && !BESIDE_SOURCE.has(field));
  }
}

/** The page that asks for a field; the last one for a field that none does. */
export function stepOfChangeField(question: ChangeQuestion, field: string): ChangeStep {
  return STEPS[question].find((step) => fieldsOfChangeStep(question, step).includes(field)) ?? "review";
}

/** The page before, or null on the first. */
export function changeStepBefore(question: ChangeQuestion, step: ChangeStep): ChangeStep | null {
  return STEPS[question][STEPS[question].indexOf(step) - 1] ?? null;
}

/** The page after; the last is after itself. */
export function changeStepAfter(question: ChangeQuestion, step: ChangeStep): ChangeStep {
  return STEPS[question][STEPS[question].indexOf(step) + 1] ?? "review";
}

/**
 * What is wrong with the answers of one page, whatever the other pages say: field -> message key, in the order of the page. What only the
 * record knows is not asked here: whether there is such a postcode, or such an entry.
 * @param today ISO
 */
export function problemsOfChangeStep(
  form: ReportFormValues,
  step: ChangeStep,
  today: string,
): Record<string, FieldProblem> {
  const asked = aboutOf(form);
  if (!asked) return { note: "entry-gone" };
  const { about, question } = asked;
  // Which entry is meant by what was typed is looked up: here it counts as found where anything is.
  const parsed = parseChangeForm(form, about, question, form.other?.trim() ? SOME_ENTRY : undefined);
  const wrong: Record<string, FieldProblem> = parsed.ok ? {} : parsed.fields;
  const dates = problemsOfDays(form, today);
  const pairs = fieldsOfChangeStep(question, step).flatMap((field) => {
    const problem = wrong[field] ?? dates[field];
    return problem === undefined ? [] : [[field, problem] as const];
  });
  return Object.fromEntries(pairs);
}

/** Days that cannot be, of those that are typed as days; what is none is for the shape to say. */
function problemsOfDays(form: ReportFormValues, today: string): Record<string, FieldProblem> {
  const rules: Readonly<Record<string, (day: string) => FieldProblem | null>> = {
    on: (day) => problemOfChange(day, today),
    checkedOn: (day) => problemOfDayThere(day, today),
    proposed: (day) => problemOfCorrectedDate(form.field ?? "", day, today),
    contractStartsOn: (day) => problemOfContractDay(day, today),
    contractEndsOn: (day) => problemOfContractDay(day, today),
    [sourceField(0, "publishedOn")]: (day) => problemOfSourceDate(day, today),
  };
  const found = Object.entries(rules).flatMap(([field, problemOf]) => {
    const day = partialDateSchema.safeParse(readTypedDate(form[field] ?? ""));
    const problem = day.success ? problemOf(day.data) : null;
    return problem === null ? [] : [[field, problem] as const];
  });
  return Object.fromEntries(found);
}

const SOME_ENTRY = "00000000-0000-4000-8000-000000000000";

/** The first page whose answers cannot be sent as they are; the last one where all can. @param today ISO */
export function firstOpenChangeStep(
  form: ReportFormValues,
  question: ChangeQuestion,
  today: string,
): ChangeStep {
  const isOpen = (step: ChangeStep) =>
    step !== "review" && Object.keys(problemsOfChangeStep(form, step, today)).length > 0;
  return STEPS[question].find(isOpen) ?? "review";
}

/** Fields that are questioned while somebody types into them; never for being empty yet. */
const TYPED: ReadonlySet<string> = new Set([
  ...[
    "providerName",
    "placeName",
    "point",
    "on",
    "checkedOn",
    "proposed",
    "contractStartsOn",
    "contractEndsOn",
  ],
  ...["valuePounds"],
  ...(["title", "publisher", "url", "publishedOn"] as const).map((part) => sourceField(0, part)),
]);

/**
 * What is wrong with a text that is being typed into a report about an entry; null where nothing is, where nothing is typed yet, and
 * for fields of which only a server knows.
 * @param form all that stands on the page, with which entry and question it is about. @param today ISO
 */
export function changeProblemWhileTyped(
  form: ReportFormValues,
  field: string,
  today: string,
): FieldProblem | null {
  const question = aboutOf(form)?.question;
  if (!question || !TYPED.has(field) || (form[field] ?? "").trim() === "") return null;
  return problemsOfChangeStep(form, stepOfChangeField(question, field), today)[field] ?? null;
}
