import { problemOfSourceDate, problemOfStart } from "@/domain/dates/plausible";
import { readTypedDate } from "@/domain/dates/typed-date";
import type { FieldProblem } from "@/domain/field-problem";
import { isOneOf } from "@/domain/lists/is-one-of";
import {
  FORM_FIELDS,
  FORM_SOURCES,
  filledSources,
  parseReportForm,
  type ReportFormValues,
  sourceField,
} from "@/domain/reports/new-service-form";

/** The pages of a report of a new service, a question each, in their order; each is the last part of its address. */
export const REPORT_STEPS = ["where", "what", "who", "when", "source", "review"] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** What the intent of a button begins with that chooses one of a list; the place's id or the organisation's name follows. */
export const PICK = "pick.";

/** The intent of the button that leads to the photographs and PDFs of a report, from wherever its source is asked for. */
export const ADD_FILES = "files";

/** Other answers to "Where is it?" than the name of a place, each on a page of its own; the intent of the button that leads there. */
export const OTHER_WHERE = ["pin", "area"] as const;
export type OtherWhere = (typeof OTHER_WHERE)[number];

const FIELDS: Readonly<Record<ReportStep, readonly string[]>> = {
  where: ["placeId", "placeName", "addressLines", "town", "postcode", "point", "areaId"],
  what: ["category"],
  who: ["providerName"],
  when: ["status", "startedOn"],
  source: [
    ...FORM_FIELDS.filter((field) => field.startsWith("sources.")),
    // What a source may say besides, folded away.
    ...["providerKind", "commissionerName", "contractType", "note"],
  ],
  review: ["licence"],
};

export function isReportStep(value: unknown): value is ReportStep {
  return isOneOf(REPORT_STEPS, value);
}

/** The page that asks for a field; the last one for a field that none does. */
export function stepOfField(field: string): ReportStep {
  if (field === "naming") return "who";
  return REPORT_STEPS.find((step) => FIELDS[step].includes(field)) ?? "review";
}

/** The page before, or null on the first. */
export function stepBefore(step: ReportStep): ReportStep | null {
  return REPORT_STEPS[REPORT_STEPS.indexOf(step) - 1] ?? null;
}

/** The page after; the last is after itself. */
export function stepAfter(step: ReportStep): ReportStep {
  return REPORT_STEPS[REPORT_STEPS.indexOf(step) + 1] ?? "review";
}

/**
 * What is wrong with the answers of one page, whatever the other pages say: field -> message key, in the order of the page.
 * Whether there is such a postcode is not asked here: that needs the list of them.
 * @param today ISO
 */
export function problemsOfStep(
  form: ReportFormValues,
  step: ReportStep,
  today: string,
): Record<string, FieldProblem> {
  const parsed = parseReportForm(form);
  const wrong = parsed.ok ? {} : parsed.fields;
  // One question with a box and a button for "not named": whatever is missing stands beside the box.
  if (wrong.naming !== undefined) wrong.providerName = "provider-or-not-named";
  const dates = problemsOfDates(form, today);
  return Object.fromEntries(
    FIELDS[step].flatMap((field) => {
      const problem = wrong[field] ?? dates[field];
      return problem === undefined ? [] : [[field, problem]];
    }),
  );
}

function problemsOfDates(form: ReportFormValues, today: string): Record<string, FieldProblem> {
  const found: Record<string, FieldProblem | null> = {};
  const startedOn = readTypedDate(form.startedOn ?? "");
  const status = form.status === "planned" ? "planned" : "operating";
  if (startedOn !== "") found.startedOn = problemOfStart(startedOn, status, today);
  for (const index of filledSources(form)) {
    const field = sourceField(index, "publishedOn");
    const date = readTypedDate(form[field] ?? "");
    if (date !== "") found[field] = problemOfSourceDate(date, today);
  }
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, FieldProblem] => entry[1] !== null),
  );
}

/** The first page whose answers cannot be sent as they are; the last one where all can. @param today ISO */
export function firstOpenStep(form: ReportFormValues, today: string): ReportStep {
  return REPORT_STEPS.find((step) => Object.keys(problemsOfStep(form, step, today)).length > 0) ?? "review";
}

/** Fields that are questioned while somebody types into them, wherever they stand; never for being empty yet. */
const ASKED_WHILE_TYPED: ReadonlySet<string> = new Set([
  "placeName",
  "point",
  "providerName",
  "startedOn",
  ...Array.from({ length: FORM_SOURCES }, (_, index) =>
    (["title", "publisher", "url", "publishedOn"] as const).map((part) => sourceField(index, part)),
  ).flat(),
]);

/**
 * What is wrong with a text that is being typed; null where nothing is, where nothing is typed yet, and for fields of which only
 * a server knows.
 * @param form all that stands on the page. @param today ISO
 */
export function problemWhileTyped(form: ReportFormValues, field: string, today: string): FieldProblem | null {
  if (!ASKED_WHILE_TYPED.has(field) || (form[field] ?? "").trim() === "") return null;
  const naming = field === "providerName" ? { naming: "named" } : {};
  return problemsOfStep({ ...form, ...naming }, stepOfField(field), today)[field] ?? null;
}
