import { readTypedDate } from "@/domain/dates/typed-date";
import {
  type ChangeProposal,
  CORRECTABLE_TYPES,
  type CorrectableType,
  changeProposalSchema,
  correctableSchema,
  type StoredChange,
  whereSchema,
} from "@/domain/reports/change-proposals";
import {
  pickFields,
  type ReportFormValues,
  SOURCE_PARTS,
  sourceField,
  sourceOf,
} from "@/domain/reports/new-service-form";
import {
  isDropping,
  NEW_CONTRACT_FIELDS,
  newContractSchema,
  typedContract,
} from "@/domain/reports/service-lines";
import type { SourceInput } from "@/domain/sources/source";

/** What somebody can tell us of an entry: the answer to the first question, and the part of the address that says it. */
export const CHANGE_QUESTIONS = {
  service: ["still-there", "new-provider", "moved", "ended", "wrong", "same-as"],
  place: ["not-outsourced", "wrong", "same-as"],
  provider: ["wrong", "same-as"],
} as const satisfies Record<CorrectableType, readonly string[]>;
export type ChangeQuestion = (typeof CHANGE_QUESTIONS)[CorrectableType][number];

/** The entry that a report is about. */
export type AboutEntry = { type: CorrectableType; id: string };

const WHERE = ["addressLines", "town", "postcode"] as const;

/** The fields that each question asks for, in the order of the page; the source, the note and the licence follow. */
export const CHANGE_FIELDS: Record<ChangeQuestion, readonly string[]> = {
  "still-there": [],
  ended: ["on"],
  "new-provider": ["naming", "providerName", "providerKind", "on"],
  moved: ["placeId", "placeName", ...WHERE, "point", "areaId", "on"],
  wrong: ["field", "lineId", "proposed", ...WHERE, ...NEW_CONTRACT_FIELDS],
  "same-as": ["other"],
  "not-outsourced": ["mapped", "proof", "checkedOn"],
};

const SOURCE_FIELDS = SOURCE_PARTS.map((part) => sourceField(0, part));

/** Every field of the page for a question, in the order in which errors are listed. */
export function fieldsOfChange(question: ChangeQuestion): readonly string[] {
  const hasSource = question !== "same-as";
  return [...CHANGE_FIELDS[question], ...(hasSource ? SOURCE_FIELDS : []), "note", "licence"];
}

export function isChangeQuestion(type: CorrectableType, text: unknown): text is ChangeQuestion {
  return CHANGE_QUESTIONS[type].some((known) => known === text);
}

/** What is sent with every form beside what is typed: which entry, and which question. */
export const CHANGE_HIDDEN = ["aboutType", "aboutId", "question"] as const;

/** Which entry and question a form is for; undefined for that of a new service. */
export function aboutOf(
  form: Readonly<Record<string, unknown>>,
): { about: AboutEntry; question: ChangeQuestion } | undefined {
  const type = CORRECTABLE_TYPES.find((known) => known === form.aboutType);
  const { aboutId: id, question } = form;
  if (!type || typeof id !== "string" || !isChangeQuestion(type, question)) return undefined;
  return { about: { type, id }, question };
}

/** Keeps the fields of the page and nothing else. */
export function pickChangeForm(given: Readonly<Record<string, unknown>>): ReportFormValues {
  const found = aboutOf(given);
  return found ? pickFields(given, [...CHANGE_HIDDEN, ...fieldsOfChange(found.question)]) : {};
}

export type ParsedChange =
  | { ok: true; proposal: ChangeProposal }
  /** Form field -> message key, in the order of the form. */
  | { ok: false; fields: Record<string, string> };

/**
 * Reads the form of one question as a proposal.
 * @param otherId of "same as": the id of the entry that stays, found by what was typed; undefined where there is none.
 */
export function parseChangeForm(
  form: ReportFormValues,
  about: AboutEntry,
  question: ChangeQuestion,
  otherId?: string,
): ParsedChange {
  const parsed = changeProposalSchema.safeParse(proposedBy(form, about, question, otherId));
  if (parsed.success) return { ok: true, proposal: parsed.data };
  const found: Record<string, string> = {};
  for (const { path, message } of [...parsed.error.issues, ...ofSeveral(form, about, question)]) {
    // Which fact of which line is no question of the form: who changed it by hand, or came late, chooses anew.
    if (path[0] === "lineId" || path[0] === "field") {
      found.note ??= "line-gone";
      continue;
    }
    const field = fieldOfPath(path, question);
    const key = field === "checkedOn" && message === "date" ? "day" : message;
    found[field] ??= MESSAGES.has(key) ? key : "required";
  }
  const ordered = fieldsOfChange(question).filter((field) => found[field] !== undefined);
  return { ok: false, fields: Object.fromEntries(ordered.map((field) => [field, found[field] ?? ""])) };
}

/**
 * What a report about an entry proposes with these texts in the place of its author's, by the fields of its form ("other" is an id here), and these
 * sources.
 */
export function parseRewrittenChange(
  sent: ChangeProposal,
  texts: ReportFormValues,
  sources: readonly SourceInput[],
): ReturnType<typeof changeProposalSchema.safeParse> {
  const { about, question } = questionOf(sent);
  const form = Object.assign(formOfChange(sent), texts);
  // A name that was written, or chosen, is a name: "not named" would leave it out.
  const isNamed = sent.kind === "change" && sent.change === "new-provider" && texts.providerName?.trim();
  if (isNamed && texts.providerName !== sent.providerName) form.naming = "named";
  const proposed = proposedBy(form, about, question, form.other);
  return changeProposalSchema.safeParse("sources" in proposed ? { ...proposed, sources } : proposed);
}

type Issue = { path: readonly PropertyKey[]; message: string };

/** What rests on several fields is looked at also where another field is empty: all that is missing is told at once. */
function ofSeveral(form: ReportFormValues, about: AboutEntry, question: ChangeQuestion): Issue[] {
  const isAddress = question === "wrong" && form.field === "address";
  if (question === "wrong" && form.field === "contract")
    return (newContractSchema.safeParse(typedContract(form)).error?.issues ?? []).map(
      ({ path, message }) => ({
        path: ["proposed", ...path],
        message,
      }),
    );
  const where = Object.fromEntries(WHERE.map((field) => [field, form[field] ?? ""]));
  // Of a place that we know the address is ours; a pin and an area need none.
  if (question === "moved" && (form.placeId || form.point || form.areaId)) return [];
  if (question === "moved" || isAddress) return whereSchema.safeParse(where).error?.issues ?? [];
  if (question !== "wrong") return [];
  const schema = correctableSchema(about.type, form.field ?? "");
  const [issue] = schema?.safeParse(proposedText(form)).error?.issues ?? [];
  return issue ? [{ path: ["proposed"], message: issue.message }] : [];
}

/** What is right instead; a date as it is stored. */
function proposedText({ field = "", proposed = "" }: ReportFormValues): string {
  if (isDropping(field)) return "dropped";
  return field.endsWith("-on") ? readTypedDate(proposed) : proposed;
}

function proposedOf(form: ReportFormValues): string | Record<string, string> {
  if (form.field === "address") return Object.fromEntries(WHERE.map((field) => [field, form[field] ?? ""]));
  return form.field === "contract" ? typedContract(form) : proposedText(form);
}

function proposedBy(form: ReportFormValues, about: AboutEntry, question: ChangeQuestion, otherId?: string) {
  const text = (field: string) => form[field] ?? "";
  const where = Object.fromEntries(WHERE.map((field) => [field, text(field)]));
  const day = (field: string) => readTypedDate(text(field));
  const sent = { v: 1, sources: [sourceOf(form, 0)], note: text("note") };
  const serviceId = about.id;
  switch (question) {
    case "still-there":
      return { ...sent, kind: "still-there", serviceId };
    case "ended":
      return { ...sent, kind: "change", change: "ended", serviceId, on: day("on") };
    case "new-provider": {
      // An empty box says nothing: that nobody knows the name is said by a button.
      const named = text("providerName").trim() === "" ? undefined : text("providerName");
      const providerName = form.naming === "not-named" ? "" : named;
      const who = { providerName, providerKind: text("providerKind") };
      return { ...sent, kind: "change", change: "new-provider", serviceId, on: day("on"), ...who };
    }
    case "moved": {
      const given = { placeName: text("placeName"), ...where, point: text("point") || undefined };
      const to = { ...given, placeId: text("placeId") || null, areaId: text("areaId") || undefined };
      return { ...sent, kind: "change", change: "moved", serviceId, on: day("on"), ...to };
    }
    case "wrong": {
      const { type: recordType, id: recordId } = about;
      const correction = { kind: "correction", recordType, recordId, field: text("field") };
      const line = form.lineId ? { lineId: form.lineId } : {};
      return { ...sent, ...correction, ...line, proposed: proposedOf(form) };
    }
    case "same-as":
      return { kind: "same-as", v: 1, otherId, note: text("note"), ...recordOf(about) };
    case "not-outsourced": {
      const [mapped, checkedOn, proof] = [text("mapped"), day("checkedOn"), text("proof")];
      return { ...sent, kind: "not-outsourced", placeId: about.id, mapped, checkedOn, proof };
    }
  }
}

/** The entry that would lead to another, as a report of "same as" names it. */
function recordOf({ type, id }: AboutEntry) {
  return type === "service" ? { serviceId: id } : { recordType: type, recordId: id };
}

/** GivenAddress the fault of a proposal stands in the form. */
export function fieldOfPath(path: readonly PropertyKey[], question: ChangeQuestion): string {
  const [first, second, third] = path.map(String);
  if (first === "sources") return sourceField(0, SOURCE_PARTS.find((part) => part === third) ?? "title");
  if (first === "otherId") return "other";
  if (first === "proposed" && second !== undefined && question === "wrong") return second;
  return first ?? "note";
}

const MESSAGES = new Set([
  "required",
  "choice",
  "too-long",
  "too-short",
  "date",
  "day",
  "web-address",
  "web-address-host",
  "web-address-letters",
  "source-required",
  "source-date",
  "postcode-or-town",
  "company-number",
  "regulator-number",
  "point-shape",
  "point-rough",
  "point-outside",
  "pounds",
  "contract-named",
  "other-needed",
  "provider-or-not-known",
]);

/** The question that a proposal answers, and the entry it is about. */
export function questionOf(proposal: ChangeProposal): { about: AboutEntry; question: ChangeQuestion } {
  switch (proposal.kind) {
    case "correction":
      return { about: { type: proposal.recordType, id: proposal.recordId }, question: "wrong" };
    case "change":
      return { about: { type: "service", id: proposal.serviceId }, question: proposal.change };
    case "not-outsourced":
      return { about: { type: "place", id: proposal.placeId }, question: "not-outsourced" };
    case "same-as":
      return {
        about:
          "recordId" in proposal
            ? { type: proposal.recordType, id: proposal.recordId }
            : { type: "service", id: proposal.serviceId },
        question: proposal.kind,
      };
    default:
      return { about: { type: "service", id: proposal.serviceId }, question: proposal.kind };
  }
}

/** The entry that a change is about, whoever made it. */
export function entryOf(change: StoredChange): AboutEntry {
  if (change.kind === "merge" || change.kind === "revert")
    return { type: change.recordType, id: change.recordId };
  if (change.kind === "new-service") return { type: "service", id: change.serviceId };
  return questionOf(change).about;
}

/** The form that would send this proposal: for changing one that was sent. */
export function formOfChange(proposal: ChangeProposal): ReportFormValues {
  const { about, question } = questionOf(proposal);
  const form: ReportFormValues = { aboutType: about.type, aboutId: about.id, question, note: proposal.note };
  for (const [field, value] of Object.entries(proposal))
    if (typeof value === "string" && CHANGE_FIELDS[question].includes(field)) form[field] = value;
  if (proposal.kind === "same-as") form.other = proposal.otherId;
  if (question === "new-provider") form.naming = form.providerName ? "named" : "not-named";
  if (proposal.kind === "correction" && typeof proposal.proposed === "object" && proposal.proposed !== null)
    for (const [field, value] of Object.entries(proposal.proposed)) form[field] = String(value);
  const [source] = "sources" in proposal ? proposal.sources : [];
  if (source) for (const part of SOURCE_PARTS) form[sourceField(0, part)] = source[part];
  return form;
}
