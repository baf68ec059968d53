import type { RowProblem } from "@/domain/imports/outcome";

/** A postcode that is none in use; the nearest that are stand behind a bar in its detail. */
export function postcodeProblem(
  typed: string,
  { code, nearest }: { code: "postcode-unknown" | "postcode-ended"; nearest: readonly string[] },
): RowProblem {
  if (nearest.length === 0) return { column: "postcode", code, detail: typed };
  return { column: "postcode", code: `${code}-near`, detail: `${typed}|${nearest.join(", ")}` };
}

/** What the sentence of a problem is filled with. */
export function problemValues({ code, detail }: RowProblem): { detail: string; nearest: string } {
  if (code !== "postcode-unknown-near" && code !== "postcode-ended-near") return { detail, nearest: "" };
  const [typed = "", nearest = ""] = detail.split("|");
  return { detail: typed, nearest };
}
