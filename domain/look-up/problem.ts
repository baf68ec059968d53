import { isOneOf } from "@/domain/lists/is-one-of";

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
  return isOneOf(LOOK_UP_PROBLEMS, value);
}

/** What is offered for a postcode that nobody has: live ones of its sector, and the month in which it ended (2019-06). */
export type Alternatives = { nearest?: readonly string[]; ended?: string };

/** What was looked up: a postcode, one of which only the neighbourhood is known, or a device's position. */
export type LookedUpBy = "postcode" | "neighbourhood" | "location";

/**
 * More constituencies than ever meet: within the size of a postcode, and within the kilometre around a position that is
 * looked at (six, in the City of London).
 */
export const MOST_CHOICES: Readonly<Record<LookedUpBy, number>> = {
  postcode: 4,
  neighbourhood: 4,
  location: 12,
};

/**
 * The page that lets people choose between constituencies: their names are in its address, and neither postcode nor
 * position.
 * @param slugs at most MOST_CHOICES of them
 * @param by what was looked up, which the page's sentences name
 */
export function choicePath(slugs: readonly string[], by: LookedUpBy = "postcode"): string {
  return `/look-up?choose=${slugs.join(",")}${by === "postcode" ? "" : `&by=${by}`}`;
}

/** The `by` parameter of a page of choices. */
export function readBy(value: unknown): LookedUpBy {
  return value === "location" || value === "neighbourhood" ? value : "postcode";
}

/** The slugs in a `choose` parameter; none when it is not a list of two or more, of as many as can be. */
export function readChoice(value: unknown, by: LookedUpBy = "postcode"): string[] {
  const slugs = typeof value === "string" ? value.split(",") : [];
  const isList = slugs.length >= 2 && slugs.length <= MOST_CHOICES[by];
  return isList && slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) ? slugs : [];
}

/** The part of a constituency's page that is shown only to those whose postcode we know by its neighbourhood. */
export const KNOWN_ROUGHLY = "known-roughly";

/**
 * The page that a postcode inside one constituency leads to. A fragment says how exact its position is: it is not sent to
 * anybody, and the page stays one page in every cache.
 */
export function constituencyPath(slug: string, precision: "100m" | "small-area" | "none" = "100m"): string {
  return `/areas/constituency/${slug}${precision === "small-area" ? `#${KNOWN_ROUGHLY}` : ""}`;
}

/** The id of a sector's part of the page of a district: CA2 7 is #sector-7 of the page of CA2. */
export function sectorId(digit: string): string {
  return `sector-${digit}`;
}

/**
 * The page of a part of a postcode: its query says the district (CA2). A sector's figure stands in the fragment, which no
 * browser sends, so that the server learns no more than the outward code of CA2 7 either.
 */
export function partialPath(outcode: string, digit: string | null): string {
  const query = new URLSearchParams({ problem: "partial", near: outcode });
  return `/look-up?${query}${digit === null ? "" : `#${sectorId(digit)}`}`;
}
