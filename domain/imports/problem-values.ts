import type { RowProblem } from "@/domain/imports/outcome";

/** A postcode that is none in use, with the nearest that are. */
export function postcodeProblem(
  typed: string,
  { code, nearest }: { code: "postcode-unknown" | "postcode-ended"; nearest: readonly string[] },
): RowProblem {
  if (nearest.length === 0) return { column: "postcode", code, detail: typed };
  return { column: "postcode", code: `${code}-near`, detail: typed, nearest: nearest.join(", ") };
}

/** What the sentence of a problem is filled with. */
export function problemValues({ detail, nearest = "" }: RowProblem): { detail: string; nearest: string } {
  return { detail, nearest };
}
