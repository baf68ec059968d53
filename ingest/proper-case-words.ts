const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Small in the middle of a name; Welsh ones too. */
export const SMALL = words(
  "OF THE AND IN ON AT BY FOR WITH TO UPON UNDER NEXT NR LE CUM SUB T/A Y YR AR YN GER",
);

/** Abbreviations that stay in capitals, besides those without a vowel. */
export const KEPT = words(
  "NHS GP PMS GMS APMS HC MC MRI CT PET CDC CIC LLP PCN CCG ICB UK HQ II III IV IW UCC UEA EMC GPA SAS AWC " +
    "EA KES USA UHPC PHC PCC QE RAF",
);

/** Without a vowel, but words or common short forms of them. */
const VOWELLESS_WORDS = words(
  "DR DRS ST RD CTR CTRS CTRE CNTR CNT HTH HLTH GRP PRT PTNR PTNRS PT BLVD BLDG GT MR MRS MS LTD CWM SQ PK PL LN " +
    "GDNS STN NR FLR MT MTN NG LWR UPR CRST HWB TRWST MRT STR",
);

/** Short words that follow "Dr" and are not a person's initials. */
const SHORT_NAMES = words(
  "AL EL DE DI DU LA LE NG OH LI LO MA HO VAN DER ST ALI RAO ROY SHAH TUN LEE KHAN AND FOX",
);
const NO_INITIALS: ReadonlySet<string> = new Set([...SHORT_NAMES, ...SMALL, ...VOWELLESS_WORDS]);

/**
 * True for letters that stand for names: no vowel ("MLR", "KTMC"), one letter, two in brackets ("(IP Jones)"), or two or
 * three between "Dr" and a surname ("Dr AS Patel").
 * @param before the word before; "(" for the first in brackets, or ""
 * @param next what follows in the text
 */
export function isInitials(word: string, before: string, next: string): boolean {
  if (word.length === 1) return !(word === "Y" && /^[ -][A-Z]{2}/.test(next) && before !== "");
  if (/^[A-Z]{2,5}$/.test(word) && !/[AEIOUY]/.test(word) && !VOWELLESS_WORDS.has(word)) return true;
  if (before === "(") return /^[A-Z]{2}$/.test(word) && !NO_INITIALS.has(word);
  const isShort = /^[A-Z]{2,3}$/.test(word) && !SHORT_NAMES.has(word);
  return (
    isShort &&
    /^DRS?$/.test(before) &&
    /^ [A-Z]{3}/.test(next) &&
    !/^ (AND|PRACTICE|SURGERY|MEDICAL)\b/.test(next)
  );
}

/** Short forms that the register uses because a name has room for some thirty letters only. */
const SHORT_FORMS: readonly [RegExp, string][] = [
  [
    /\bMED\b[. /]*(?=(CENTRE|CTRE?|CNTR|CNT|PRACTICE|PRACT?|PRT|GROUP|GRP|CEN|MISSION|P'SHIP)\b)/g,
    "MEDICAL ",
  ],
  [/\bFAM\b[. ]*(?=(HTH|HLTH|HEALTH|MED|MEDICAL|PRACT?|PRACTICE)\b)/g, "FAMILY "],
  [/\b(HTH|HLTH)\b[. ]*/g, "HEALTH "],
  [/\bH ?\/ ?C(ENTRE)?\b|\bH C$/g, "HEALTH CENTRE"],
  [/\bM\.C\b\.?$/g, "MEDICAL CENTRE"],
  [/\b(CTRE?|CNTR|CNT)\b\.?/g, "CENTRE"],
  [/(?<=\b(MED|MEDICAL|HEALTH|CARE)\b.?)CENT\b\.?$/g, "CENTRE"],
  [/\bCTRS\b\.?/g, "CENTRES"],
  [/\b(PRACT?|PRT|PRACTI)\b\.?(?=$|[ ,(])/g, "PRACTICE"],
  [/\bSURG\b\.?$/g, "SURGERY"],
  [/\bGRP\b\.?/g, "GROUP"],
  [/\bP'SHIP\b/g, "PARTNERSHIP"],
  [/\b(PTNRS|PARTN|PTNS)\b\.?(?=$|,)/g, "PARTNERS"],
  [/\bPTNR\b\.?/g, "PARTNER"],
  [/\bRD\.? ?(?=[A-Z])/g, "ROAD "],
  [/\bRD\.?$/g, "ROAD"],
  [/\bAVE\.?(?= |$)/g, "AVENUE"],
  [/\bG\.P\. ?/g, "GP "],
  [/\bST\.(?=[A-Z])/g, "ST. "],
  [/(?<=[A-Z]{3})&(?=[A-Z]{3})/g, " & "],
  [/(?<=(PRACTICE|SURGERY|CENTRE|TRENT))\.(?= |$)/g, ""],
  [/(?<=[A-Z])\(/g, " ("],
];

/** A name in capitals with the register's own short forms spelled out. */
export function spelledOut(name: string): string {
  return SHORT_FORMS.reduce((text, [form, full]) => text.replace(form, full), name)
    .replace(/ +/g, " ")
    .replace(/ (?=[,)])/g, "")
    .trim();
}
