import type { Folded } from "@/domain/language/fold-letters";
import { isPostcodeArea } from "@/domain/postcodes/postcode";
import { numberedInLink, numberedNames } from "@/domain/services/revealing/numbered-names";
import { POSITIONS } from "@/domain/services/revealing/position-shapes";

/** What is an address whoever lives there: found by its shape, in a text in plain small letters. */

export type ShapeReason = "postcode" | "street-number" | "street" | "phone" | "position";
export type Found<R> = { start: number; end: number; reason: R };

const BEFORE = "(?<![\\p{L}\\p{N}])";
const AFTER = "(?![\\p{L}\\p{N}])";
const GAP = "[^\\p{L}\\p{N}]{1,3}";
const NUMBER = "\\d{1,4}[a-z]?(?:[^\\p{L}\\p{N}]{0,3}(?:to|and)?[^\\p{L}\\p{N}]{0,3}\\d{1,4}[a-z]?)?";
/** Words that are a street and hardly ever anything else. */
const STREETS =
  "(?:road|rd|street|str|lane|avenue|ave|crescent|cres|terrace|mews|gardens|gdns|heol|hewl|ffordd|stryd|rhodfa)";
/** Words that are as often something else: only with a capital. */
const MAYBE =
  "(?:st|ln|dr|drive|close|square|sq|place|pl|way|court|ct|grove|hill|park|parade|row|walk|yard|quay|wharf|green|view|rise|gate|broadway|circus|embankment|bridge|house|lodge|buildings?)";
const WELSH = "(?:heol|hewl|ffordd|stryd|lon|rhodfa|clos|maes|parc|plas|rhiw|cilgant|bryn|cae)";
const LITTLE =
  "(?:the|this|that|these|a|an|our|their|and|or|of|in|on|at|to|for|per|by|with|from|cross|mid|one|each)";

const expression = (source: string) => new RegExp(source, "gu");

const UNIT = expression(
  `${BEFORE}([a-z]{1,2})([^\\p{L}\\p{N}]{0,3})\\d[a-z\\d]?[^\\p{L}\\p{N}]{0,3}[\\do][abd-hjlnp-uw-z]{2}${AFTER}`,
);
/** A 5, 0 or 1 read or typed as the letter that looks like it: "BS1 STR". Only in capitals; "M6 let" is none. */
const SLIPPED_UNIT = expression(
  `${BEFORE}([a-z]{1,2})\\d[a-z\\d]?[^\\p{L}\\p{N}]{0,3}[sil][abd-hjlnp-uw-z]{2}${AFTER}`,
);
const OUTWARD = expression(`${BEFORE}([a-z]{2})\\d[a-z\\d]?${AFTER}`);
const NUMBER_AND_STREET = expression(
  `${BEFORE}${NUMBER}${GAP}(?:(?!${LITTLE}${GAP})[\\p{L}]+${GAP}){1,3}${STREETS}${AFTER}`,
);
const NUMBER_AND_MAYBE = expression(
  `${BEFORE}${NUMBER}${GAP}(?:the${GAP})?(?:(?!${LITTLE}${GAP})[\\p{L}]+${GAP}){1,3}(${MAYBE})${AFTER}`,
);
const NUMBER_AND_WELSH = expression(`${BEFORE}${NUMBER}${GAP}(?:y[r]?${GAP})?${WELSH}${AFTER}`);
const STREET_AND_NUMBER = expression(
  `${BEFORE}(?:[\\p{L}]+${GAP}${STREETS}|${WELSH}${GAP}(?:yr?${GAP})?[\\p{L}]+)${GAP}\\d{1,3}[a-z]?${AFTER}`,
);
const PART_OF_A_HOUSE = expression(
  `${BEFORE}(?:flat|unit|suite|apartment|apt|(?:at|in|on)${GAP}(?:no|number|nr))${GAP}\\d{1,4}[a-z]?${AFTER}`,
);
const BOX = expression(`${BEFORE}p[. ]{0,2}o[. ]{0,2}box${GAP}\\d{1,5}${AFTER}`);
/** "Given at 3 The Grove": a number after such a word and a name after it. */
const AT_A_NUMBER = expression(`${BEFORE}(?:at|address)${GAP}${NUMBER}${GAP}([\\p{L}]+)`);
const MONTH =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|weeks?|days?|am|pm|nhs)/u;
const STREET_NAME = expression(`${BEFORE}(?!${LITTLE}${GAP})([\\p{L}]{2,})${GAP}${STREETS}${AFTER}`);
const WELSH_STREET = expression(
  `${BEFORE}(?:heol|hewl|ffordd|stryd|rhodfa)${GAP}(?:yr?${GAP})?([\\p{L}]{3,})`,
);
const SHORT_STREET = expression(
  `${BEFORE}(?!${LITTLE}${GAP})([\\p{L}]{3,})${GAP}(st)${AFTER}(?!\\.?\\s+\\p{L})`,
);
/** A landline of a place; 03, 07 and 08 belong to none. */
const PHONE =
  /(?<!\d)(?:(?:\+|00)44[^\p{L}\d]{0,3}(?:\(?0\)?)?[^\p{L}\d]{0,2}|\(?0)[12](?:[^\p{L}\d]{0,2}\d){8,9}(?!\d)/gu;
const GRID = expression(`${BEFORE}([hnst][a-hj-z])[^\\p{L}\\p{N}]?\\d{3,5}[^\\p{L}\\p{N}]?\\d{3,5}${AFTER}`);

/** @param isLink a web address, in which nobody writes capitals. */
export function findShapes(
  { plain }: Pick<Folded, "plain">,
  isCapital: (at: number) => boolean,
  isLink = false,
): Found<ShapeReason>[] {
  const found: Found<ShapeReason>[] = [];
  const look = (
    pattern: RegExp,
    reason: ShapeReason,
    fits: (match: RegExpMatchArray & { index: number }) => boolean = () => true,
  ) => {
    for (const match of plain.matchAll(pattern)) {
      const at = match as RegExpMatchArray & { index: number };
      if (fits(at)) found.push({ start: at.index, end: at.index + match[0].length, reason });
    }
  };
  /** Where a group begins; the first of these letters in the match. */
  const capital = (match: RegExpMatchArray & { index: number }, group = 1) =>
    isLink || isCapital(match.index + match[0].lastIndexOf(match[group] ?? ""));
  look(UNIT, "postcode", (match) => {
    // "BS 1 5TR"; "me 1 5th" is none.
    const isOrdinal =
      match[2] !== "" && !isLink && !isCapital(match.index) && /(?:st|nd|rd|th)$/.test(match[0]);
    return isPostcodeArea((match[1] ?? "").toUpperCase()) && !isOrdinal;
  });
  look(SLIPPED_UNIT, "postcode", (match) => {
    const end = match.index + match[0].length;
    const isInCapitals = [end - 3, end - 2, end - 1, match.index].every((at) => isCapital(at));
    return !isLink && isInCapitals && isPostcodeArea((match[1] ?? "").toUpperCase());
  });
  look(OUTWARD, "postcode", (match) => {
    const isArea = isPostcodeArea((match[1] ?? "").toUpperCase());
    return isArea && !isLink && isCapital(match.index) && isCapital(match.index + 1);
  });
  look(NUMBER_AND_STREET, "street-number");
  look(NUMBER_AND_MAYBE, "street-number", (match) => !isLink && capital(match));
  look(NUMBER_AND_WELSH, "street-number");
  look(STREET_AND_NUMBER, "street-number");
  look(PART_OF_A_HOUSE, "street-number");
  look(AT_A_NUMBER, "street-number", (match) => !isLink && capital(match) && !MONTH.test(match[1] ?? ""));
  look(STREET_NAME, "street", (match) => isLink || isCapital(match.index));
  look(WELSH_STREET, "street", (match) => capital(match));
  look(SHORT_STREET, "street", (match) => !isLink && isCapital(match.index) && capital(match, 2));
  look(BOX, "street-number");
  for (const range of isLink ? numberedInLink(plain) : numberedNames(plain, isCapital))
    found.push({ ...range, reason: "street-number" });
  look(PHONE, "phone");
  for (const pattern of POSITIONS) look(pattern, "position");
  look(GRID, "position", (match) => isLink || isCapital(match.index));
  return found;
}
