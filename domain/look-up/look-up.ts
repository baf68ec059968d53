import type { FoundUnit } from "./found-unit";
import { type Alternatives, type LookUpProblem, partialPath } from "./problem";
import { mayBeName, type PartOfPostcode, readTyped } from "./read-typed";

/** Where a look-up leads. A path has no language in it yet. `near` is the outward code of a postcode (CA2), never more. */
export type LookUpAnswer =
  | { kind: "page"; path: string }
  /** A postcode, found: what is near it is shown where nobody else learns it (nearPath). */
  | { kind: "unit"; unit: FoundUnit }
  /** Not a postcode: the search finds names. */
  | { kind: "name"; query: string }
  | ({ kind: "problem"; problem: LookUpProblem; near: string | null } & Alternatives)
  /** It is a postcode, and the list it would be found in did not come. */
  | { kind: "no-list" };

/** What a list of postcodes says of one whole postcode. */
export type UnitInList =
  | { status: "found"; unit: FoundUnit }
  /** A live one of which the publisher gives neither position nor areas. */
  | { status: "no-position" }
  | { status: "ended"; ended: string; nearest: readonly string[] }
  | { status: "unknown"; nearest: readonly string[] };

/** The lists a look-up asks. Each answers null when the list did not come; the browser's come over a network. */
export type PostcodeLists = {
  /** Whether some live postcode begins with it. W1, no district itself, has those of W1A to W1W. */
  hasPart: (part: PartOfPostcode) => Promise<boolean | null>;
  findUnit: (outcode: string, inward: string) => Promise<UnitInList | null>;
};

/**
 * What a typed text means and where it leads: the one place where that is decided, run in the browser on the files of
 * single districts and on the server on the whole table. A path has no language and no definition in it yet.
 */
export async function lookUp(typed: string, lists: PostcodeLists): Promise<LookUpAnswer> {
  const read = readTyped(typed);
  switch (read.kind) {
    case "name":
      return { kind: "name", query: typed.trim() };
    case "problem":
      return problem(read.problem);
    case "part":
      return ofPart(typed, read.meanings, lists);
    case "unit":
      return ofUnit(read.outcode, await lists.findUnit(read.outcode, read.inward));
  }
}

/** The first of its meanings that some postcode has. */
async function ofPart(
  typed: string,
  meanings: readonly PartOfPostcode[],
  { hasPart }: PostcodeLists,
): Promise<LookUpAnswer> {
  for (const part of meanings) {
    const known = await hasPart(part);
    if (known === null) return { kind: "no-list" };
    if (known) return { kind: "page", path: partialPath(part.outcode, part.digit) };
  }
  return mayBeName(meanings) ? { kind: "name", query: typed.trim() } : problem("unknown");
}

function ofUnit(outcode: string, found: UnitInList | null): LookUpAnswer {
  if (found === null) return { kind: "no-list" };
  if (found.status !== "found") {
    const { status, ...alternatives } = found;
    return problem(status, outcode, alternatives);
  }
  return { kind: "unit", unit: found.unit };
}

/** @param near the outward code of a whole postcode, the only part of it that an address may hold */
function problem(
  kind: LookUpProblem,
  near: string | null = null,
  alternatives: Alternatives = {},
): LookUpAnswer {
  return { kind: "problem", problem: kind, near, ...alternatives };
}
