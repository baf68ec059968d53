import { parsePostcode } from "./postcode";

const BETWEEN = String.raw`[\s\p{P}\p{S}\p{Cf}]*`;
/** A whole postcode inside other words, such as "CA2 7HY, Carlisle". */
const WITHIN = new RegExp(
  String.raw`(?<![\p{L}\d])([A-Z]{1,2})\d[A-Z\d]?${BETWEEN}\d[A-Z]{2}(?![\p{L}\d])`,
  "giu",
);

/** The different postcodes in a text, as they are typed. */
export function postcodesWithin(text: string): string[] {
  const found = new Map<string, string>();
  for (const [whole] of text.matchAll(WITHIN)) {
    const parsed = parsePostcode(whole);
    if (parsed.kind !== "invalid") found.set("formatted" in parsed ? parsed.formatted : whole, whole);
  }
  return [...found.values()];
}
