import { InvalidInputError } from "@/domain/errors";
import { type DetailedProblem, detailed, type FieldProblem } from "@/domain/field-problem";
import type { EditionDoubt, ImportOverride } from "@/domain/imports/batch";
import { manyLines } from "@/domain/language/plain-text";
import { DAMAGED_ZIP, IngestRefusal } from "@/ingest/refusal";
import { FileRefusal } from "@/ingest/spreadsheet-refusal";

/**
 * What to tell of a file that cannot be read: the key of a refusal, its line and a detail.
 * @param title of the register that it should be of.
 * @returns the error itself where it is none of a file's.
 */
export function fileProblem(error: unknown, title: string): unknown {
  if (error instanceof FileRefusal)
    return new InvalidInputError({ file: detailed(error.code, { row: error.row, detail: error.detail }) });
  if (error instanceof IngestRefusal && error.reason === DAMAGED_ZIP)
    return new InvalidInputError({ file: detailed("zip-damaged") });
  if (error instanceof IngestRefusal) return new InvalidInputError({ file: layoutError(title, error) });
  return error;
}

/** What is wrong with a file, and where; one without such rows or such a column is probably another register's. */
function layoutError(title: string, { reason, row, column }: IngestRefusal): DetailedProblem {
  const isMissing = reason === "this column is missing";
  const words = isMissing ? `it has no column “${column}”` : reason;
  const detail = words.slice(0, 200);
  if (row === null || isMissing) return detailed("register-mismatch", { row: title, detail });
  return detailed("register-layout", { row, detail });
}

/**
 * Why an edition is taken although it looks old or cut; null where it does not.
 * @throws InvalidInputError when something looks wrong and nobody says why it is right.
 */
export function overrideOf(doubts: readonly EditionDoubt[], typed: string): ImportOverride | null {
  if (doubts.length === 0) return null;
  const because = manyLines(typed).trim().slice(0, 2000);
  if (because.length >= 3) return { doubts: doubts.map(({ code }) => code), because };
  const fields: Record<string, FieldProblem> = { because: "because-needed" };
  for (const { code, given, held } of doubts)
    fields[code === "edition-older" ? "published" : "file"] = detailed(code, {
      row: given,
      detail: String(held),
    });
  throw new InvalidInputError(fields);
}
