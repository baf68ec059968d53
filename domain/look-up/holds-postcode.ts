import { isPostcodeArea } from "@/domain/postcodes/postcode";

/** Letters of other alphabets that look like ours, as a copied text can have them. */
const ALIKE: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  С: "C",
  Е: "E",
  Н: "H",
  І: "I",
  Ј: "J",
  К: "K",
  М: "M",
  О: "O",
  Р: "P",
  Ѕ: "S",
  Т: "T",
  У: "Y",
  Х: "X",
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
};

const LETTER = "[A-Z01]";
const GAP = "[^A-Z\\d]*";
const FIGURE = "[\\dOIL]";
/** The second half: a figure and two letters; a letter in the figure's place only where it stands by itself. */
const INWARD = `(?:\\d${GAP}[A-Z]${GAP}[A-Z]|(?<![A-Z\\d])[OIL][A-Z]{2}(?![A-Z\\d]))`;
const WORD_BEGINS = "(?<![A-Z\\d])";

/** One pattern for each shape, since a text can be read in several ways at one place and only one need be a postcode. */
const PATTERNS = [LETTER, LETTER + GAP + LETTER]
  .flatMap((area) => {
    const whole = area.replaceAll(GAP, "");
    return [
      // From the beginning of a word the parts may be pulled apart in any way.
      ...["", `[A-Z\\d]${GAP}`].map(
        (third) => `${WORD_BEGINS}(?=((${area})${GAP}${FIGURE}${GAP}${third}${INWARD}))`,
      ),
      // Inside a word ("londonsw1a1aa") each half is in one piece.
      ...["", "[A-Z\\d]"].map((third) => `(?=((${whole})${FIGURE}${third}${GAP}\\d[A-Z]{2}))`),
      // An outward code and the first figure of what follows it: "CA2 7 Carlisle".
      `${WORD_BEGINS}(?=((${whole})\\d[A-Z\\d]?[^A-Z\\d]+\\d(?!\\d*[A-Z\\d]{3})))`,
    ];
  })
  .map((pattern) => new RegExp(pattern, "g"));

/**
 * Whether more of a postcode than its first half may stand in a text, whatever is around it and between its signs, with
 * O for 0 or I for 1, or in letters of another alphabet that look the same. Such a text is never sent or put in an
 * address as a name. It is better to be wrong about "E1 3rd floor" than to send half a home address.
 */
export function holdsPostcode(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\p{L}/gu, (letter) => ALIKE[letter] ?? letter)
    .replace(/\p{Cf}/gu, "");
  if (!/\d/.test(plain)) return false;
  return PATTERNS.some((pattern) =>
    [...plain.matchAll(pattern)].some(
      ([, whole = "", area = ""]) => /\d/.test(whole) && isPostcodeArea(lettersOf(area)),
    ),
  );
}

/** "0X" is meant for OX. */
function lettersOf(area: string): string {
  return area
    .replace(/[^A-Z\d]/g, "")
    .replaceAll("0", "O")
    .replaceAll("1", "I");
}
