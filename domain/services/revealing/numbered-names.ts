import { COMMON_WORDS } from "@/domain/services/revealing/common-words";

/** A number before a name ("12 Cheapside", "22, Kingsway", "17a Southgate"): the name of a street that has no word for one. */

export type NumberedName = { start: number; end: number };

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const DATES =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thurs|fri|sat|sun)$/;
const LONG_DATES =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|dydd)$/;
const isDate = (word: string) => DATES.test(word) || LONG_DATES.test(word);

/** What a number is of, when the word stands before it: "Lot 3 Community", "Covid 19 Vaccination". */
const NUMBERED = set(`
  lot lots covid phase phases part parts section sections band bands level levels tier tiers page pages table tables figure
  figures article articles schedule annex appendix version volume vol regulation regulations rule rules class stage stages
  group groups step steps year years week weeks day days type types grade category form chapter paragraph line item items
  iso question answer point goal target wave round season round region zone quarter issue edition note footnote box row
  column tran rhan tudalen adran lefel
`);
/** What a number counts, with a capital: "42 Integrated Care Boards", "5 Year Plan". */
const COUNTED = set(`
  hour hours week weeks day days month months minute minutes mile miles million billion percent percentage vaccination
  vaccinations vaccine vaccines beds bed staff contract contracts branches branch practitioner practitioners consultant consultants
  clinicians clinician midwives midwife pharmacies pharmacy trusts boards board councils council welsh scottish irish european
  ward wards rooms room weekdays weekday appointments appointment procedures procedure operations operation providers provider
  companies company suppliers supplier bids bid tenders tender lots lot mental physical acute primary secondary urgent emergency
  gps icbs ccgs sarcs clinics spaces seats parking plus
`);
/** Behind a name, what of it is counted: "12 Spire hospitals". */
const OF_IT =
  /^[ -]+(?:\p{L}+[ -]+)?(?:sites?|hospitals?|clinics?|centres?|practices|services|patients|doctors|nurses|staff|beds|contracts?|branches|surgeries|people|women|places|trusts|pharmacies|homes|members|cases|boards|companies|providers|units?|wards?)(?!\p{L})/u;
/** Before "22, Kingsway", where no street number is before a comma otherwise. */
const LEADS_TO_ADDRESS =
  /(?:^|[,:;(\n–—-]|(?<!\p{L})(?:at|in|is|address|clinic|house|centre|hospital|surgery|to|near))\s*$/u;

const NUMBER = "\\d{1,4}[a-z]?(?:\\s?[-–/]\\s?\\d{1,4}[a-z]?)?";
const IN_TEXT = new RegExp(
  `(?<![\\p{L}\\p{N}£$€]|\\d[ .,/:–-])(${NUMBER})( ?, ?| {1,3}|\\n)((?:st\\.?|saint|the|yr?) )?(\\p{L}{3,})`,
  "gu",
);
const IN_LINK = /(?<![\p{L}\p{N}]|\d[.,:-])(\d{1,4}[a-z]?)([-_ +]?)(?:(?:st|the)[-_ +])?([a-z]{4,})/gu;

const isYear = (number: string) => /^(?:19|20)\d\d(?!\d)/.test(number);
const isName = (word: string) => !COMMON_WORDS.has(word) && !COUNTED.has(word) && !isDate(word);

/** @param isCapital tells of a position in the text whether a capital stands there. */
export function numberedNames(plain: string, isCapital: (at: number) => boolean): NumberedName[] {
  const found: NumberedName[] = [];
  for (const match of plain.matchAll(IN_TEXT)) {
    const [whole, number = "", gap = "", saint, word = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    const at = end - word.length;
    if (isYear(number) || !isCapital(at) || (saint !== undefined && !isCapital(at - saint.length))) continue;
    // "12 GPs", "22 NHS patients".
    if (word.length <= 5 && isCapital(at + 1)) continue;
    if (saint === undefined && !isName(word)) continue;
    const before = plain.slice(0, start);
    if (isCounted(before) || OF_IT.test(plain.slice(end))) continue;
    if (gap.includes(",") && !LEADS_TO_ADDRESS.test(before)) continue;
    found.push({ start, end });
  }
  return found;
}

/** In an address there are no capitals: "/clinics/12-kingsway"; without a gap not in the host, where firms are called so. */
export function numberedInLink(plain: string): NumberedName[] {
  const path = plain.replace(/^\p{L}+:\/\//u, (scheme) => " ".repeat(scheme.length)).indexOf("/");
  return [...plain.matchAll(IN_LINK)].flatMap((match) => {
    const [whole, number = "", gap = "", word = ""] = match;
    const isId = /^[a-f]+$/.test(word);
    const isInHost = path === -1 || match.index < path;
    if (isYear(number) || isId || (gap === "" && isInHost) || !isName(word)) return [];
    if (isCounted(plain.slice(0, match.index))) return [];
    return [{ start: match.index, end: match.index + whole.length }];
  });
}

/** Whether the word just before says what the number is of. */
function isCounted(before: string): boolean {
  const [, word = ""] = /(?<!\p{L})(\p{L}+)[ .:_-]{1,2}$/u.exec(before.slice(-40)) ?? [];
  return NUMBERED.has(word) || isDate(word);
}
