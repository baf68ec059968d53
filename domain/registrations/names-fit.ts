import { plainName } from "@/domain/names/plain-name";

/** Words that many practices and companies have in their names: sharing one says nothing. */
const COMMON = new Set(
  (
    "the and of at a in for to by on with dr drs doctor doctors gp gps nhs medical medicine health healthcare care primary general " +
    "practice practices practitioners pract prac surgery surgeries surg centre center ctr clinic group partnership partners partner " +
    "family community service services hub network house street st road rd lane ave avenue unit " +
    "ltd limited cic llp plc company interest"
  ).split(" "),
);

const SHORT_FORMS: Readonly<Record<string, string>> = {
  center: "centre",
  ctr: "centre",
  cntr: "centre",
  med: "medical",
  surg: "surgery",
  prac: "practice",
  pract: "practice",
  rd: "road",
  st: "street",
  limited: "ltd",
  drs: "dr",
};

/** How a practice's name and the name of the location in the register go together. */
export type NameFit = "equal" | "share-a-word" | "neither";

/** @param practice as the register of practices names it; @param location as the regulator names the location. */
export function nameFit(practice: string, location: string): NameFit {
  const [a, b] = [wordsOf(practice), wordsOf(location)];
  if (joined(a) === joined(b)) return "equal";
  return shareWord(a, b) ? "share-a-word" : "neither";
}

/** Whether a practice bears the name of an organisation: "Hedena Health" that of Hedena Health Limited. */
export function bearsName(practice: string, organisation: string): boolean {
  return shareWord(wordsOf(practice), wordsOf(organisation));
}

/** A company, a trust or a community interest company in a practice's own name. */
export function namesCompanyOrTrust(practice: string): boolean {
  return /\b(?:ltd|limited|cic|c\.i\.c|llp|plc|trust|foundation)\b/i.test(practice);
}

function wordsOf(name: string): string[] {
  return plainName(name)
    .split(" ")
    .filter((word) => word !== "" && word !== "the" && word !== "and")
    .map((word) => SHORT_FORMS[word] ?? word);
}

/** In one piece, so that "Spring View" is "Springview". */
const joined = (words: readonly string[]) => words.join("");

function shareWord(a: readonly string[], b: readonly string[]): boolean {
  const rare = new Set(a.filter((word) => !COMMON.has(word)));
  if (b.some((word) => rare.has(word))) return true;
  // "DeMontfort" and "De Montfort".
  const whole = joined(b);
  return [...rare].some((word) => word.length > 5 && whole.includes(word));
}
