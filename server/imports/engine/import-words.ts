import { createTranslator } from "next-intl";
import { dateInWords } from "@/domain/dates/in-words";
import type { ConflictError, DomainError } from "@/domain/errors";
import { codeOfProblem, type FieldProblem } from "@/domain/field-problem";
import { countsInSentence } from "@/domain/imports/counts-in-sentence";
import { fileSentence } from "@/domain/imports/file-sentence";
import type { RowChange, RowProblem } from "@/domain/imports/outcome";
import { problemValues } from "@/domain/imports/problem-values";
import { termOf } from "@/domain/imports/row-terms";
import imports from "@/messages/en/imports.json";
import services from "@/messages/en/services.json";
import type { Progress } from "@/server/imports/engine/import-format";
import type { ImportRead } from "@/server/imports/engine/load-import";
import type { Undone } from "@/server/imports/engine/undo-import";

type RefusedRow = { number: number; problems: readonly RowProblem[] };

/**
 * The words of imports for the command line and for downloads: English, and no request needed.
 * @param origin of the site, in front of the addresses of its pages; where it is not known they are paths.
 */
export function importWords(origin: () => string = () => "") {
  const t = createTranslator({
    locale: "en",
    messages: { imports },
    namespace: "imports",
    timeZone: "Europe/London",
  });
  const ofServices = createTranslator({ locale: "en", messages: { services }, namespace: "services" });
  type ServiceKey = Parameters<typeof ofServices>[0];
  const nameOf = (field: string) => {
    const key = `claim.field.${field}` as ServiceKey;
    return ofServices.has(key) ? ofServices(key) : field;
  };
  const wordOf = (field: string, value: string) => {
    const term = termOf(field, value);
    if (term.is === "day") return dateInWords(value, "en");
    const isWord = term.is === "word" && ofServices.has(term.key as ServiceKey);
    return isWord ? ofServices(term.key as ServiceKey) : value;
  };
  const problem = (told: RowProblem) => {
    const { column, code } = told;
    const detail = code === "registration-in-doubt" ? wordOf("registration-doubt", told.detail) : told.detail;
    const sentence = t(`problems.${code}`, problemValues({ ...told, detail }));
    return column === null ? sentence : `${t(`columns.${column}`)}: ${sentence}`;
  };
  const change = ({ kind, field, from, to }: RowChange) =>
    t(`changes.${kind === "changes" && from === null ? "replaces" : kind}`, {
      field: nameOf(field),
      from: from === null ? "" : wordOf(field, from),
      to: wordOf(field, to),
    });
  const pageOf = (id: string) => `${origin()}/admin/imports/${id}`;
  return {
    again: () => t("one.again"),
    progress: (...[phase, rows, of = 0]: Parameters<Progress>) => t(`phases.${phase}`, { rows, of }),
    /** @param refused the first refused rows of the import; `read` says how many there are. */
    summary: (read: ImportRead, refused: readonly RefusedRow[]) => {
      const { unused } = read;
      const more = (read.counts.refused ?? 0) - refused.length;
      return [
        `${read.title} (${t(`states.${read.state}`)})`,
        t("one.counts", countsInSentence(read.counts)),
        ...(unused.length > 0 ? [t("told.unused", { columns: unused.join(", ") })] : []),
        ...refused.map(({ number, problems }) =>
          t("told.refusedRow", { number, reasons: problems.map(problem).join(" ") }),
        ),
        ...(more > 0 ? [t("told.refusedMore", { count: more })] : []),
        t("one.countsWarnings", { warnings: read.counts.warnings ?? 0 }),
        t("told.page", { address: pageOf(read.id) }),
        `id ${read.id}`,
      ];
    },
    handedOn: (id: string) => t("told.handedOn", { address: pageOf(id) }),
    undone: ({ withdrawn, restored, kept }: Undone) => [
      t("told.undone", { withdrawn, restored }),
      ...kept.map(({ name }) => t("told.kept", { name })),
    ],
    invalid: (fields: Readonly<Record<string, FieldProblem>>) =>
      Object.entries(fields).map(([field, problem]) => `${field}: ${sentenceOf(problem)}`),
    refused: (error: DomainError) => {
      const reason =
        "reason" in error ? String(error.reason) : "what" in error ? (error as ConflictError).what : "";
      const failures: Record<string, string> = imports.failures;
      return failures[reason.replace(".", "-")] ?? failures[error.code] ?? error.message;
    },
    /** Sentences for a row, such as for a download: what is wrong with it or to be looked at, and what it would change. */
    problem,
    change,
  };
}

/** The words of an error of a form's field. */
function sentenceOf(problem: FieldProblem): string {
  const errors: Record<string, string> = imports.errors;
  const ofFile = typeof problem === "string" ? undefined : fileSentence(problem, imports.file);
  return ofFile ?? errors[codeOfProblem(problem)] ?? imports.failures.unexpected;
}
