import { readTypedDate } from "@/domain/dates/typed-date";
import { type NewServiceProposal, newServiceSchema } from "@/domain/reports/proposal";

/** What a browser sends: every field is text. A draft is kept in this shape, complete or not. */
export type ReportFormValues = Record<string, string>;

/** How many sources the form has room for; the first is needed. */
export const FORM_SOURCES = 3;

export const SOURCE_PARTS = ["kind", "title", "publisher", "url", "publishedOn", "says"] as const;
const PLAIN_FIELDS = [
  "category",
  "placeId",
  "placeName",
  "addressLines",
  "town",
  "postcode",
  "point",
  "areaId",
  "naming",
  "providerName",
  "providerKind",
  "commissionerName",
  "contractType",
  "startedOn",
  "status",
  "note",
] as const;

/** Every field of the form, in the order in which it is read: errors are listed in the same order. */
export const FORM_FIELDS: readonly string[] = [
  ...PLAIN_FIELDS.slice(0, -1),
  ...Array.from({ length: FORM_SOURCES }, (_, index) =>
    SOURCE_PARTS.map((part) => sourceField(index, part)),
  ).flat(),
  "note",
  "licence",
];

export function sourceField(index: number, part: (typeof SOURCE_PARTS)[number]): string {
  return `sources.${index}.${part}`;
}

/** Longest text that is kept of one field; more than any field allows, so that a schema can say "too long". */
const LONGEST = 4000;

/** PostgreSQL stores no null character, and no half of one that is written as two (such as a cut leaves of 😀). */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Keeps the fields of the form and nothing else, so that a draft cannot hold what nobody asked for. */
export function pickReportForm(given: Readonly<Record<string, unknown>>): ReportFormValues {
  return pickFields(given, FORM_FIELDS);
}

export function pickFields(
  given: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): ReportFormValues {
  const form: ReportFormValues = {};
  for (const field of fields) {
    const value = given[field];
    if (typeof value === "string") form[field] = value.slice(0, LONGEST).replace(UNSTORABLE, "");
  }
  return form;
}

export type ParsedForm =
  | { ok: true; proposal: NewServiceProposal }
  /** Form field -> message key, in the order of the form. */
  | { ok: false; fields: Record<string, string> };

/** Reads the form as a proposal. A source of which nothing was filled in is left out. */
export function parseReportForm(form: ReportFormValues): ParsedForm {
  const filled = filledSources(form);
  const plain = Object.fromEntries(PLAIN_FIELDS.map((field) => [field, form[field] ?? ""]));
  const parsed = newServiceSchema.safeParse({
    ...plain,
    kind: "new-service",
    v: 1,
    placeId: form.placeId || null,
    point: form.point || undefined,
    areaId: form.areaId || undefined,
    status: form.status || "operating",
    startedOn: readTypedDate(form.startedOn ?? ""),
    providerName: form.naming === "not-named" ? "" : (form.providerName ?? ""),
    sources: filled.map((index) => sourceOf(form, index)),
  });
  if (parsed.success) return { ok: true, proposal: parsed.data };
  const found: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = fieldOf(issue.path, filled);
    found[field] ??= messageOf(issue);
  }
  const ordered = FORM_FIELDS.filter((field) => found[field] !== undefined);
  return { ok: false, fields: Object.fromEntries(ordered.map((field) => [field, found[field] ?? ""])) };
}

/** What the form says of one of its sources, its date as ISO. */
export function sourceOf(form: ReportFormValues, index: number): Record<string, string> {
  const parts = SOURCE_PARTS.map((part) => [part, form[sourceField(index, part)] ?? ""]);
  const source: Record<string, string> = Object.fromEntries(parts);
  return { ...source, publishedOn: readTypedDate(source.publishedOn ?? "") };
}

/**
 * Which of the form's sources became one of the proposal, in its order. The first always counts as filled, so that its own
 * fields say what is missing.
 */
export function filledSources(form: ReportFormValues): number[] {
  return Array.from({ length: FORM_SOURCES }, (_, index) => index).filter(
    (index) =>
      index === 0 ||
      SOURCE_PARTS.some((part) => part !== "kind" && (form[sourceField(index, part)] ?? "").trim() !== ""),
  );
}

function fieldOf(path: readonly PropertyKey[], filled: readonly number[]): string {
  if (path[0] !== "sources") return String(path[0]);
  const index = filled[Number(path[1] ?? 0)] ?? 0;
  return `sources.${index}.${String(path[2] ?? "title")}`;
}

const KEYS = new Set([
  "required",
  "choice",
  "too-long",
  "too-short",
  "too-many",
  "date",
  "web-address",
  "web-address-host",
  "web-address-letters",
  "source-required",
  "source-date",
  "provider-or-not-named",
  "postcode-or-town",
  "point-shape",
  "point-rough",
  "point-outside",
]);

/** The schemas speak in message keys; what zod says by itself becomes "required". */
function messageOf(issue: { message: string }): string {
  return KEYS.has(issue.message) ? issue.message : "required";
}

/** The form that would send this proposal: for editing one that was sent. */
export function formOf(proposal: NewServiceProposal): ReportFormValues {
  const form: ReportFormValues = {};
  for (const field of PLAIN_FIELDS) form[field] = proposal[field] ?? "";
  proposal.sources.slice(0, FORM_SOURCES).forEach((source, index) => {
    for (const part of SOURCE_PARTS) form[sourceField(index, part)] = source[part];
  });
  return form;
}
