import { z } from "zod";
import { problemOfSourceDate } from "@/domain/dates/plausible";
import { oneLine } from "@/domain/language/plain-text";
import { LEGAL_FORMS } from "@/domain/providers/legal-form";
import { type SourceInput, sourceInputSchema } from "@/domain/sources/source";

/**
 * What an importer says of a provider code that nobody has looked up: who is behind it, whether patients go there, and
 * what says so.
 */
export const ANSWER_FIELDS = [
  "code-role",
  "provider",
  "legal-form",
  "site-name",
  "address",
  "town",
  "postcode",
  "source-kind",
  "source-title",
  "source-publisher",
  "source-url",
  "source-date",
  "says",
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

/** As it was typed; what was not is missing. Kept with the row, right or wrong. */
export type TypedAnswer = Partial<Record<AnswerField, string>>;

/** A place where patients go; the seat of an organisation; or a name that tells no place. */
export const CODE_ROLES = ["site", "head-office", "no-site"] as const;
/** "not-known" has to be said: an empty field may only be forgotten. */
export const ANSWER_FORMS = [...LEGAL_FORMS, "not-known"] as const;

const text = (most: number) => z.string().overwrite(oneLine).trim().max(most, "too-long");

const answerSchema = z
  .object({
    "code-role": z.enum(CODE_ROLES, "choice"),
    provider: text(200).min(2, "required"),
    /** Empty for an organisation that we have: what it is in law is known with it, or open. */
    "legal-form": z.enum([...ANSWER_FORMS, ""], "choice"),
    "site-name": text(200),
    address: text(300),
    town: text(100),
    postcode: text(10),
  })
  .superRefine((answer, { addIssue }) => {
    const isSite = answer["code-role"] === "site";
    const where = [answer["site-name"], answer.address, answer.town, answer.postcode];
    if (isSite && answer["site-name"].length < 3)
      addIssue({ code: "custom", path: ["site-name"], message: "required" });
    if (!isSite && where.some((part) => part !== ""))
      addIssue({ code: "custom", path: ["code-role"], message: "site-not-asked" });
  });

/** An answer that is complete, and the document that says so. */
export type CodeAnswer = z.infer<typeof answerSchema> & { source: SourceInput };

/** Codes of messages, by the field that each is about. */
export type AnswerProblems = Partial<Record<AnswerField, string>>;

const SOURCE_FIELDS = {
  kind: "source-kind",
  title: "source-title",
  publisher: "source-publisher",
  url: "source-url",
  publishedOn: "source-date",
  says: "says",
} as const satisfies Record<keyof SourceInput, AnswerField>;

/**
 * Reads what was typed; every field that is wrong is named. Whether the organisation is one of ours is not asked here.
 * @param today ISO
 */
export function readAnswer(
  typed: TypedAnswer,
  today: string,
): { answer: CodeAnswer | null; problems: AnswerProblems } {
  const blank = Object.fromEntries(ANSWER_FIELDS.map((field) => [field, ""]));
  const cells: Record<string, string> = { ...blank, ...typed };
  const given = Object.entries(SOURCE_FIELDS).map(([key, field]) => [key, cells[field] ?? ""]);
  const what = answerSchema.safeParse(cells);
  const source = sourceInputSchema.safeParse(Object.fromEntries(given));
  const problems: AnswerProblems = {};
  const note = (field: AnswerField, message: string) => {
    problems[field] ??= /^[a-z-]+$/.test(message) ? message : "required";
  };
  for (const { path, message } of what.error?.issues ?? []) note(path[0] as AnswerField, message);
  for (const { path, message } of source.error?.issues ?? [])
    note(SOURCE_FIELDS[path[0] as keyof SourceInput], message);
  const date = source.success ? problemOfSourceDate(source.data.publishedOn, today) : null;
  if (date) note("source-date", date);
  if (!what.success || !source.success || date) return { answer: null, problems };
  return { answer: { ...what.data, source: source.data }, problems };
}

/** The fields of an answer out of what a form sent. */
export function typedAnswer(sentOf: (field: AnswerField) => string | undefined): TypedAnswer {
  return Object.fromEntries(
    ANSWER_FIELDS.flatMap((field) => {
      const value = sentOf(field);
      return value === undefined || value === "" ? [] : [[field, value.slice(0, 2000)]];
    }),
  );
}
