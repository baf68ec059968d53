/** Why a look-up has no answer. Each has a sentence of its own in the catalogue `look-up.problem`. */
export const LOOK_UP_PROBLEMS = [
  "empty",
  "partial",
  "unknown",
  "no-position",
  "crown-dependency",
  "overseas-territory",
  "bfpo",
  "non-geographic",
  "letter-for-digit",
  "junk",
  "too-long",
  "offline",
] as const;
export type LookUpProblem = (typeof LOOK_UP_PROBLEMS)[number];

export function isLookUpProblem(value: unknown): value is LookUpProblem {
  return (LOOK_UP_PROBLEMS as readonly unknown[]).includes(value);
}

/** Where a look-up leads. `near` is the outward code of a postcode (CA2), never more of it. */
export type LookUpAnswer =
  | { kind: "area"; path: string }
  | { kind: "search"; query: string }
  | { kind: "problem"; problem: LookUpProblem; near: string | null };
