import { type InvalidReason, isPostcodeArea, parsePostcode } from "@/domain/postcodes/postcode";
import { MAX_QUERY, searchWords } from "@/domain/search/normalise";
import { holdsPostcode } from "./holds-postcode";
import type { LookUpProblem } from "./problem";

/** What was typed into the look-up box, before anything is looked up. */
export type Typed =
  | { kind: "unit"; outcode: string; inward: string }
  /** CA2, CA2 7, or CA27, which can mean either: what it can mean, the likelier first. */
  | { kind: "part"; meanings: PartOfPostcode[] }
  | { kind: "name" }
  | { kind: "problem"; problem: LookUpProblem };

/** A district (CA2; `digit` is null) or one of its sectors (CA2 7). */
export type PartOfPostcode = { outcode: string; digit: string | null };

const BETWEEN = String.raw`[\s\p{P}\p{Cf}]*`;
const START = String.raw`(?<![\p{L}\d])([A-Z]{1,2})\d[A-Z\d]?`;
/** A whole postcode inside other words, such as "CA2 7HY, Carlisle". */
const WITHIN = new RegExp(String.raw`${START}${BETWEEN}\d[A-Z]{2}(?![\p{L}\d])`, "iu");
/** What was meant to be one: "CA2 7HYX", "CA2 7H9". */
const MISTYPED = new RegExp(String.raw`${START}${BETWEEN}\d[A-Z\d]{1,3}(?![\p{L}\d])`, "iu");

/** As `searchWords` writes them. No list of places in the United Kingdom has them: a search would find a slip. */
const CROWN_DEPENDENCIES = new Set(["isle of man", "jersey", "guernsey", "alderney"]);

/**
 * Reads what was typed. A text with a postcode in it, or with what looks like a mistyped one, is never a name: a name is
 * sent to the server and stands in the address of the search page, where no part of a postcode may be.
 */
export function readTyped(text: string): Typed {
  if (text.length > MAX_QUERY) return problem("too-long");
  const parsed = parsePostcode(text);
  switch (parsed.kind) {
    case "unit":
      return { kind: "unit", outcode: parsed.outcode, inward: parsed.inward };
    case "sector":
      return { kind: "part", meanings: [{ outcode: parsed.outcode, digit: parsed.digit }] };
    case "outcode": {
      const district = { outcode: parsed.outcode, digit: null };
      return { kind: "part", meanings: parsed.orSector ? [district, parsed.orSector] : [district] };
    }
    case "invalid":
      return ofReason(parsed.reason, text.normalize("NFKC"));
    default:
      return problem(parsed.kind);
  }
}

/**
 * A letter stands last only in outward codes of the middle of London and a few others; where none is known, "G4S" is
 * the name of a company, while "CA99" is a slip.
 */
export function mayBeName(meanings: readonly PartOfPostcode[]): boolean {
  return meanings.every(({ outcode }) => /[A-Z]$/.test(outcode));
}

function ofReason(reason: InvalidReason, text: string): Typed {
  if (reason === "unknown-area") return problem("unknown");
  if (reason !== "not-the-shape") return problem(reason);
  const within = WITHIN.exec(text)?.[0];
  if (within !== undefined && parsePostcode(within).kind !== "invalid") return readTyped(within);
  const area = MISTYPED.exec(text)?.[1]?.toUpperCase();
  // A practice's code (A82019) begins with letters that no postcode begins with.
  if (area !== undefined && isPostcodeArea(area)) return problem("unknown");
  if (holdsPostcode(text)) return problem("mixed");
  const words = searchWords(text);
  if (CROWN_DEPENDENCIES.has(words.join(" "))) return problem("crown-dependency");
  return words.length > 0 ? { kind: "name" } : problem("junk");
}

function problem(kind: LookUpProblem): Typed {
  return { kind: "problem", problem: kind };
}
