/** The months in English and Welsh; three letters of a name are enough. */
const MONTHS: readonly string[] = [
  "january ionawr",
  "february chwefror",
  "march mawrth",
  "april ebrill",
  "may mai",
  "june mehefin",
  "july gorffennaf",
  "august awst",
  "september medi",
  "october hydref",
  "november tachwedd",
  "december rhagfyr",
];

const SHAPES: readonly RegExp[] = [
  /^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})(?:[-/.](?<d>\d{1,2}))?)?$/,
  /^(?:(?<d>\d{1,2})[-/. ])?(?<m>\d{1,2})[-/. ](?<y>\d{4})$/,
  /^(?:(?<d>\d{1,2})(?:st|nd|rd|th|fed|af|ail|ydd|eg)? (?:of )?)?(?<m>\p{L}{3,})\.? (?<y>\d{4})$/iu,
  /^(?<m>\p{L}{3,})\.? (?<d>\d{1,2})(?:st|nd|rd|th)? (?<y>\d{4})$/iu,
];

/**
 * A date as people write it ("April 2024", "18/4/2024", "18th April 2024", "Ebrill 2024") as a partial ISO date; days before
 * months, as in the United Kingdom. Whether there is such a day is not asked here, and what is no date comes back as it was
 * typed, so that whoever checks it can say so.
 */
export function readTypedDate(typed: string): string {
  const text = typed.replace(/[\s,]+/g, " ").trim();
  for (const shape of SHAPES) {
    const { y, m, d } = shape.exec(text)?.groups ?? {};
    if (y === undefined) continue;
    const month = m === undefined ? "" : monthOf(m);
    if (month === null) continue;
    return [y, month, d?.padStart(2, "0") ?? ""].filter((part) => part !== "").join("-");
  }
  return typed.trim();
}

function monthOf(text: string): string | null {
  if (/^\d/.test(text)) return text.padStart(2, "0");
  const typed = text.toLowerCase();
  const index = MONTHS.findIndex((names) => names.split(" ").some((name) => name.startsWith(typed)));
  return index < 0 ? null : String(index + 1).padStart(2, "0");
}
