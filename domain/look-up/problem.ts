/** Why a look-up has no answer. Each has a sentence of its own in the catalogue `look-up.problem`. */
export const LOOK_UP_PROBLEMS = [
  "empty",
  "partial",
  "unknown",
  "ended",
  "no-position",
  "crown-dependency",
  "overseas-territory",
  "bfpo",
  "non-geographic",
  "letter-for-digit",
  "mixed",
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
  /** Slugs of the constituencies that the postcode's addresses can be in, the likeliest first. */
  | { kind: "choose"; slugs: readonly string[] }
  | { kind: "search"; query: string }
  | { kind: "problem"; problem: LookUpProblem; near: string | null };

/** More constituencies than ever meet within the size of a postcode. */
export const MOST_CHOICES = 4;

/**
 * The page that lets people choose between constituencies: their names are in its address, and neither postcode nor
 * position.
 * @param by what was looked up, which the page's sentence names
 */
export function choicePath(slugs: readonly string[], by: "postcode" | "location" = "postcode"): string {
  return `/look-up?choose=${slugs.join(",")}${by === "location" ? "&by=location" : ""}`;
}

/** The slugs in a `choose` parameter; none when it is not a list of two to four of them. */
export function readChoice(value: unknown): string[] {
  const slugs = typeof value === "string" ? value.split(",") : [];
  const isList = slugs.length >= 2 && slugs.length <= MOST_CHOICES;
  return isList && slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) ? slugs : [];
}
