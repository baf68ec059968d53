/** What is wrong, with what its sentence is filled with: where it is (a row, or what was given) and a detail; "" where there is none. */
export type DetailedProblem = { code: string; row: string; detail: string };

/** What is wrong with a field of a form: a key of the message catalogue, alone or with more to say. */
export type FieldProblem = string | DetailedProblem;

/** By field of the form. */
export type FieldProblems<Field extends string = string> = Readonly<Record<Field, FieldProblem>>;

export function detailed(
  code: string,
  { row = "", detail = "" }: { row?: string | number | null; detail?: string } = {},
): DetailedProblem {
  return { code, row: String(row ?? ""), detail };
}

/** The key of the message catalogue. */
export function codeOfProblem(problem: FieldProblem): string {
  return typeof problem === "string" ? problem : problem.code;
}
