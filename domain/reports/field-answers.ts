import { manyLines } from "@/domain/language/plain-text";
import type { ReportFormValues } from "@/domain/reports/new-service-form";
import {
  type DecisionVerdict,
  type FieldVerdict,
  REPORT_PARTS,
  type ReportPart,
} from "@/domain/reports/proposal";

/** The longest answer to what a moderator asked about one part; as long as the question may be. */
export const ANSWER_LETTERS = 1000;

/** What a moderator said of one part of a report that waits for its author, "" where they only marked it. */
export type AskedPart = { field: ReportPart; comment: string };
export type PartAnswer = { field: ReportPart; body: string };

/** The name of the box beside a part in which its author answers the moderator. */
export const answerBox = (field: ReportPart) => `answer.${field}`;

type Asking = {
  verdict: DecisionVerdict;
  fields: readonly { field: ReportPart; verdict: FieldVerdict; comment: string }[];
};

/** The parts that the last request for changes asks about, or says a word of; none where it names no part. */
export function askedParts(decisions: readonly Asking[]): AskedPart[] {
  const last = decisions.findLast(({ verdict }) => verdict === "request-changes");
  return (last?.fields ?? [])
    .filter(({ verdict, comment }) => verdict === "ask" || comment !== "")
    .map(({ field, comment }) => ({ field, comment }));
}

/** Keeps what was written into the boxes of answers, and nothing else. */
export function pickAnswers(form: Readonly<Record<string, unknown>>): ReportFormValues {
  const kept: ReportFormValues = {};
  for (const { field, body } of answersIn(form)) kept[answerBox(field)] = body.slice(0, 4 * ANSWER_LETTERS);
  return kept;
}

/** The answers of a form, in the order of the report; an empty box is none. */
export function answersIn(form: Readonly<Record<string, unknown>>): PartAnswer[] {
  return REPORT_PARTS.flatMap((field) => {
    const typed = form[answerBox(field)];
    const body = typeof typed === "string" ? manyLines(typed).trim() : "";
    return body === "" ? [] : [{ field, body }];
  });
}

/** Answers that are too long to be kept: name of the box -> message key. */
export function problemsOfAnswers(answers: readonly PartAnswer[]): Record<string, string> {
  const long = answers.filter(({ body }) => body.length > ANSWER_LETTERS);
  return Object.fromEntries(long.map(({ field }) => [answerBox(field), "too-long"]));
}
