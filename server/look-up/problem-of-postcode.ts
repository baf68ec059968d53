import { detailed, type FieldProblem } from "@/domain/field-problem";
import { findPostcode } from "@/server/reference/find-postcode";

/** Why a postcode cannot be that of a place, and those of its sector that can. */
export type PostcodeProblem = { code: "postcode-unknown" | "postcode-ended"; nearest: readonly string[] };

/** Null where it is one in use, whether or not its position is known. */
export function findPostcodeProblem(text: string): PostcodeProblem | null {
  const found = findPostcode(text);
  if (found.status === "found" || found.status === "no-position") return null;
  if (found.status === "ended") return { code: "postcode-ended", nearest: found.nearest };
  return { code: "postcode-unknown", nearest: found.status === "unknown" ? found.nearest : [] };
}

/** The same as a form is told it, with the nearest postcodes where there are any. */
export function problemOfPostcode(text: string): FieldProblem | null {
  const problem = findPostcodeProblem(text);
  if (problem === null) return null;
  const { code, nearest } = problem;
  return nearest.length > 0 ? detailed(`${code}-near`, { detail: nearest.join(", ") }) : code;
}
