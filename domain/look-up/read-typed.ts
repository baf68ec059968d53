import { type InvalidReason, isPostcodeArea, parsePostcode } from "@/domain/postcodes/postcode";
import { postcodesWithin } from "@/domain/postcodes/within-text";
import { MAX_QUERY, searchWords } from "@/domain/search/normalise";
import { holdsPostcode } from "./holds-postcode";
import { isLetteredPostcode, isNearPostcode } from "./near-postcode";
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

const BETWEEN = String.raw`[\s\p{P}\p{S}\p{Cf}]*`;
const START = String.raw`(?<![\p{L}\d])([A-Z]{1,2})\d[A-Z\d]?`;
/** What was meant to be one: "CA2 7HYX", "CA2 7H9". */
const MISTYPED = new RegExp(String.raw`${START}${BETWEEN}\d[A-Z\d]{1,3}(?![\p{L}\d])`, "iu");

/**
 * A code of the NHS: of a practice (A82019), a trust (R1H), a trust of Northern Ireland (ZT001), or a hospital outside the
 * NHS (NT411, NVC20), whose letters no postcode begins with.
 */
const NHS_CODE = /^(?:[A-Z]\d{5}|R[A-Z\d]{2}|ZT\d{3}|N[TV][A-Z\d]{2}\d)$/i;

/** Whether a text is the whole of such a code: none of them is a postcode, or the beginning of one. */
export function isNhsCode(text: string): boolean {
  return NHS_CODE.test(text.trim());
}

/** As `searchWords` writes them. No list of places in the United Kingdom has them: a search would find a slip. */
const CROWN_DEPENDENCIES = new Set(["isle of man", "jersey", "guernsey", "alderney"]);

/**
 * Reads what was typed. A text with a postcode in it, or with what looks like a mistyped one, is never a name: a name is
 * sent to the server and stands in the address of the search page, where no part of a postcode may be.
 */
export function readTyped(typed: string): Typed {
  if (typed.length > MAX_QUERY) return problem("too-long");
  const text = typed.replace(/%20|&nbsp;/gi, " "); // copied from an address or a page
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
  return meanings.every(({ outcode, digit }) => digit === null && /[A-Z]$/.test(outcode));
}

function ofReason(reason: InvalidReason, text: string): Typed {
  if (isNhsCode(text)) return { kind: "name" };
  if (reason === "unknown-area") return problem("unknown");
  if (reason !== "not-the-shape") return problem(reason);
  const within = postcodesWithin(text);
  // Which of two is meant is not for us to say.
  if (within.length > 1) return problem("mixed");
  if (within[0] !== undefined) return readTyped(within[0]);
  const area = MISTYPED.exec(text)?.[1]?.toUpperCase();
  if (area !== undefined && isPostcodeArea(area)) return problem("unknown");
  if (holdsPostcode(text)) return problem("mixed");
  if (isLetteredPostcode(text)) return problem("letter-for-digit");
  if (isNearPostcode(text)) return problem("unknown");
  const words = searchWords(text);
  if (CROWN_DEPENDENCIES.has(words.join(" "))) return problem("crown-dependency");
  return words.length > 0 ? { kind: "name" } : problem("junk");
}

function problem(kind: LookUpProblem): Typed {
  return { kind: "problem", problem: kind };
}
