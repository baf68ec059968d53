import { createTranslator } from "next-intl";
import type { ConflictError, DomainError } from "@/domain/errors";
import { counted } from "@/domain/imports/counted";
import type { RowProblem } from "@/domain/imports/outcome";
import imports from "@/messages/en/imports.json";
import type { ImportRead } from "@/server/imports/load-import";
import type { Progress } from "@/server/imports/stage-import";
import type { Undone } from "@/server/imports/undo-import";

/** The words of imports for the command line and for downloads: English, and no request needed. */
export function importWords() {
  const t = createTranslator({
    locale: "en",
    messages: { imports },
    namespace: "imports",
    timeZone: "Europe/London",
  });
  return {
    again: () => t("one.again"),
    progress: (...[phase, rows, of = 0]: Parameters<Progress>) => t(`phases.${phase}`, { rows, of }),
    summary: (read: ImportRead) => [
      `${read.title} (${t(`states.${read.state}`)})`,
      t("one.counts", counted(read.counts)),
      t("one.countsWarnings", { warnings: read.counts.warnings ?? 0 }),
      `id ${read.id}`,
    ],
    handedOn: (id: string) => t("told.handedOn", { path: `/admin/imports/${id}` }),
    undone: ({ withdrawn, restored, kept }: Undone) => [
      t("told.undone", { withdrawn, restored }),
      ...kept.map(({ name }) => t("told.kept", { name })),
    ],
    invalid: (fields: Readonly<Record<string, string>>) =>
      Object.entries(fields).map(([field, key]) => `${field}: ${sentenceOf(key)}`),
    refused: (error: DomainError) => {
      const reason =
        "reason" in error ? String(error.reason) : "what" in error ? (error as ConflictError).what : "";
      const failures: Record<string, string> = imports.failures;
      return failures[reason.replace(".", "-")] ?? failures[error.code] ?? error.message;
    },
    /** A sentence for a refused row, such as for a download. */
    problem: ({ column, code, detail }: RowProblem) => {
      const sentence = t(`problems.${code}`, { detail });
      return column === null ? sentence : `${t(`columns.${column}`)}: ${sentence}`;
    },
  };
}

/** The words of an error of a form's field; a refused file comes as "code|line|detail". */
function sentenceOf(key: string): string {
  const [code = "", row = "", detail = ""] = key.split("|");
  const errors: Record<string, string> = imports.errors;
  const files: Record<string, string> = imports.file;
  const sentence = key.includes("|") ? files[code] : errors[code];
  return (sentence ?? imports.failures.unexpected).replace("{row}", row).replace("{detail}", detail);
}
