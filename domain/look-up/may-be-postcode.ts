import { holdsPostcode } from "./holds-postcode";
import { readTyped } from "./read-typed";

/** A letter or two and a figure at the beginning of a word: CA2, "ca 2", "c.a.2". */
const BEGINNING = /(?<![\p{L}\d])\p{L}[\s\p{P}\p{Cf}]*\p{L}?[\s\p{P}\p{Cf}]*\d/iu;

/**
 * Whether some of what was typed can be a postcode or the beginning of one. Such a text never leaves the browser for
 * suggestions: better none for "G4S" than half a postcode sent. Nothing but an outward code may be learnt of a postcode.
 */
export function mayBePostcode(text: string): boolean {
  const plain = text.normalize("NFKC");
  return BEGINNING.test(plain) || holdsPostcode(text) || readTyped(text).kind !== "name";
}
