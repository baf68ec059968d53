import {
  type Alternatives,
  choicePath,
  constituencyPath,
  type LookUpAnswer,
  type LookUpProblem,
  partialPath,
} from "./problem";
import { mayBeName, type PartOfPostcode, readTyped } from "./read-typed";

/** What a list of postcodes says of one whole postcode. Constituencies by their slugs. */
export type UnitInList =
  | {
      status: "found";
      constituency: string;
      /** Another one so near that some of the postcode's addresses can be in it. */
      near: string | null;
      precision: "100m" | "small-area";
    }
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
  const { constituency, near, precision } = found;
  if (near === null) return { kind: "page", path: constituencyPath(constituency, precision) };
  const by = precision === "small-area" ? "neighbourhood" : "postcode";
  return { kind: "page", path: choicePath([constituency, near], by) };
}

/** @param near the outward code of a whole postcode, the only part of it that an address may hold */
function problem(
  kind: LookUpProblem,
  near: string | null = null,
  alternatives: Alternatives = {},
): LookUpAnswer {
  return { kind: "problem", problem: kind, near, ...alternatives };
}
