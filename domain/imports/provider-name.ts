import { plainName } from "@/domain/names/plain-name";

/** Words at the end of a name that say what an organisation is in law, as a pattern over plain names. */
export const LEGAL_WORDS =
  "limited|ltd|cyfyngedig|cyf|plc|public limited company|ccc|llp|limited liability partnership|cic|c i c|community interest company|cio|charitable incorporated organisation";

const END = new RegExp(`(?: (?:${LEGAL_WORDS}))+$`);

/** A name without what it is in law, capitals, marks and "the": "The Sight & Sound Co. Ltd" is "sight and sound co". */
export function bareName(name: string): string {
  return plainName(name).replace(/^the /, "").replace(END, "");
}

/** Words at the end of a name for where an organisation is, as a pattern over plain names. */
const COUNTRY_WORDS = "uk|u k|united kingdom|gb|great britain|england";

/** What may stand at the end of an organisation's name or not, in any order: what it is in law, and its country. */
export const LOOSE_WORDS = `${LEGAL_WORDS}|${COUNTRY_WORDS}`;

const LOOSE_END = new RegExp(`(?: (?:${LOOSE_WORDS}))+$`);

/**
 * By what the names that may mean one organisation are found: a bare name without its country at the end and without spaces.
 * "Spa Medica", "SpaMedica UK Ltd" and "SpaMedica" are one.
 */
export function looseName(name: string): string {
  return plainName(name).replace(/^the /, "").replace(LOOSE_END, "").replaceAll(" ", "");
}

/** Words for one form in law. */
const FORMS: readonly (readonly [form: string, words: RegExp])[] = [
  ["community interest company", / (?:cic|c i c|community interest company)$/],
  ["plc", / (?:plc|ccc|public limited company)$/],
  ["partnership", / (?:llp|limited liability partnership)$/],
  ["charity", / (?:cio|charitable incorporated organisation)$/],
  ["company", / (?:limited|ltd|cyfyngedig|cyf)$/],
];

/** What a name says its organisation is in law; null where it says nothing. */
export function formInName(name: string): string | null {
  const plain = plainName(name);
  return FORMS.find(([, words]) => words.test(plain))?.[0] ?? null;
}
