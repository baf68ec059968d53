import { isInitials, KEPT, SMALL, spelledOut } from "./proper-case-words";

/**
 * A name, or a line of an address, in capitals as a reader expects it: "DR A B SMITH & PARTNERS" becomes "Dr A B Smith & Partners", "ST. MARY'S
 * MED.CTR." "St. Mary's Medical Centre". Text that has small letters is left as it is, but for spaces.
 */
export function properName(text: string): string {
  const tidy = text
    .replace(/\s+/g, " ")
    .replace(/\s*,\s*/g, ", ")
    .replace(/^[\s,]+|[\s,]+$/g, "")
    .trim();
  if (/[a-z]/.test(tidy)) return mendedCase(tidy);
  return properCase(spelledOut(tidy));
}

/** Some registers give every word a capital and no more: "King Edward Vii", "City And Hackney Centre For Mental Health". */
function mendedCase(text: string): string {
  return text
    .replace(/(?<=[a-z)&\d] )(Of|And|For|With|In|On|At|By|To|Upon)(?= )/g, (word) => word.toLowerCase())
    .replace(/(?<=\w-)(On|In|Upon|Under|Le|By|The|Super)(?=-)/g, (word) => word.toLowerCase())
    .replace(/\b(Nhs|Bmi|Dmc|Cw|Ccg|Cic|Vii|Iii|Ii|Llp|Hq)\b/g, (word) => word.toUpperCase());
}

const WORD = /[A-Z0-9]+(?:['’][A-Z]+)*/g;

function properCase(text: string): string {
  let before = "";
  const cased = text.replace(WORD, (word: string, at: number) => {
    const lead = text.slice(0, at);
    const isFirst = at === 0 || /\d $/.test(lead) || /[-–(:/@,] *$/.test(lead.replace(/(\w)-$/, "$1"));
    const inHyphens = /\w-$/.test(lead);
    const opening = lead.endsWith("(") ? "(" : before;
    const inCase = casedWord(word, {
      isFirst,
      inHyphens,
      before: opening,
      next: text.slice(at + word.length),
    });
    before = word;
    return inCase;
  });
  return cased
    .replace(/\bT\/A\b/g, "t/a")
    .replace(/(?<=.)\bGPS\b/g, "GPs")
    .replace(/\bAt Medics\b/g, "AT Medics");
}

type Around = { isFirst: boolean; inHyphens: boolean; before: string; next: string };

function casedWord(word: string, { isFirst, inHyphens, before, next }: Around): string {
  if (/^\d+(ST|ND|RD|TH)$/.test(word)) return word.toLowerCase();
  if (/^\d/.test(word)) return word;
  // "St" before a full stop or a name, and a person's initials, are told apart by what stands round them.
  if (isInitials(word, before, next) || KEPT.has(word)) return word;
  if (!isFirst && SMALL.has(word) && (!inHyphens || next.startsWith("-"))) return word.toLowerCase();
  return word
    .split(/(?=['’])/)
    .map(casedPart)
    .join("");
}

/** A word, or what follows an apostrophe in one: 's and Meddygfa'r stay small, O'Brien does not. */
function casedPart(part: string, index: number, parts: readonly string[]): string {
  if (index > 0) {
    const afterLetter = index === 1 && /^[OD]$/.test(parts[0] ?? "") && part.length > 3;
    return afterLetter ? part.slice(0, 1) + capitalised(part.slice(1)) : part.toLowerCase();
  }
  if (/^MC[A-Z]{3}/.test(part)) return `Mc${capitalised(part.slice(2))}`;
  return capitalised(part);
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}
