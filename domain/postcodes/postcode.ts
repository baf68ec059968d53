import { inwardNumber } from "./inward";

/** Why a text is not a postcode, for the sentence that says so. */
export type InvalidReason =
  | "empty"
  | "not-the-shape"
  | "unknown-area"
  | "letter-for-digit"
  | "overseas-territory";

/** What a person typed, read as a postcode. `outcode` is the part before the space, `sector` goes one figure on. */
export type ParsedPostcode =
  | { kind: "unit"; outcode: string; inward: string; formatted: string }
  | { kind: "sector"; outcode: string; digit: string; formatted: string }
  /** `orSector`: CA27 without a space can also mean the sector CA2 7. */
  | { kind: "outcode"; outcode: string; orSector: { outcode: string; digit: string } | null }
  | { kind: "crown-dependency"; territory: "jersey" | "guernsey" | "isle-of-man" }
  | { kind: "bfpo" }
  | { kind: "non-geographic"; formatted: string }
  | { kind: "invalid"; reason: InvalidReason };

/** The 121 postcode areas of Great Britain and Northern Ireland (Royal Mail's list). */
const AREAS = new Set(
  (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY " +
    "G GL GU HA HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX " +
    "PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF " +
    "WN WR WS WV YO ZE"
  ).split(" "),
);
/** Whether a postcode can begin with these letters, in upper case. */
export function isPostcodeArea(letters: string): boolean {
  return AREAS.has(letters);
}

const TERRITORIES = { JE: "jersey", GY: "guernsey", IM: "isle-of-man" } as const;
/** Codes of no place: banks and large senders (BX), returns (XX), letters to Father Christmas (XM), Girobank (GIR). */
const NON_GEOGRAPHIC = new Set(["BX", "XX", "XM", "QC"]);
const OVERSEAS = /^(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA|GX11|AI2640)/;

/**
 * Spaces of every width, invisible characters, and whatever sign or dash typing and copying leave round a postcode; but not %, which
 * begins the code of another letter in an address ("%E0%A4%A" is no E0A 4).
 */
const JUNK = /(?!%)[\s\p{Cf}\p{Z}\p{P}\p{S}]/gu;
/** Signs that are left over when a box is emptied; others mean that something was typed. */
const NOTHING = /^[\s\p{Cf}\p{Z}.,;:'"‘’“”()[\]_-]*$/u;
/** What nearly everybody types: nothing in it to be normalised. */
const PLAIN = /^[A-Za-z\d ]*$/;
const OUTCODE = /^([A-Z]{1,2})(\d[A-Z\d]?)$/;
const SECTOR = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)[ABD-HJLNP-UW-Z]?$/;
const UNIT = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const UNIT_WITH_LETTERS = /^([A-Z]{1,2}\d[A-Z\d]?)([OIL][A-Z]{2})$/;

/**
 * Reads any text as a postcode: any case and spacing, with the junk that copying brings. It says what the text is, not
 * whether the postcode exists. Nothing is corrected silently: "SW1A OAA" is invalid with the reason letter-for-digit.
 */
export function parsePostcode(text: string): ParsedPostcode {
  const bare = PLAIN.test(text) ? text.replaceAll(" ", "") : text.normalize("NFKC").replace(JUNK, "");
  if (bare === "") return { kind: "invalid", reason: NOTHING.test(text) ? "empty" : "not-the-shape" };
  // Before it is put in upper case: that makes SS of ß, and I of the dotless ı.
  if (!PLAIN.test(bare)) return { kind: "invalid", reason: "not-the-shape" };
  const compact = bare.toUpperCase();
  return special(compact) ?? partial(compact, text) ?? unit(compact);
}

/** The text in parts, if the person put a space in it: the space says where the outward code ends. */
function spaced(text: string): string[] {
  const parts = text
    .normalize("NFKC")
    .toUpperCase()
    .trim()
    .split(/[\s\p{Zs}]+/u);
  return parts.map((part) => part.replace(JUNK, "")).filter((part) => part !== "");
}

function special(compact: string): ParsedPostcode | null {
  if (/^BFPO\d{0,4}$/.test(compact) || /^BF1(\d([A-Z]{2})?)?$/.test(compact)) return { kind: "bfpo" };
  if (compact === "GIR0AA") return { kind: "non-geographic", formatted: "GIR 0AA" };
  if (OVERSEAS.test(compact) && compact.length <= 7) return { kind: "invalid", reason: "overseas-territory" };
  const [, area = "", rest = ""] = /^([A-Z]{2})(\d.*)$/.exec(compact) ?? [];
  const outcode = UNIT.exec(compact)?.[1] ?? SECTOR.exec(compact)?.[1] ?? OUTCODE.exec(compact)?.[0];
  if (rest === "" || outcode === undefined) return null;
  if (area in TERRITORIES) {
    return { kind: "crown-dependency", territory: TERRITORIES[area as keyof typeof TERRITORIES] };
  }
  return NON_GEOGRAPHIC.has(area) ? { kind: "non-geographic", formatted: formatPostcode(compact) } : null;
}

function partial(compact: string, text: string): ParsedPostcode | null {
  const asOutcode = OUTCODE.exec(compact);
  const asSector = SECTOR.exec(compact);
  if (!asOutcode && !asSector) return null;
  const parts = spaced(text);
  const sectorMeant = parts.length === 2 && parts[0] === asSector?.[1];
  if (asOutcode && !sectorMeant) {
    if (!AREAS.has(asOutcode[1] ?? "")) return { kind: "invalid", reason: "unknown-area" };
    const orSector = asSector ? { outcode: asSector[1] ?? "", digit: asSector[2] ?? "" } : null;
    return { kind: "outcode", outcode: compact, orSector };
  }
  if (!asSector) return null;
  const [, outcode = "", digit = ""] = asSector;
  if (!AREAS.has(areaOf(outcode))) return { kind: "invalid", reason: "unknown-area" };
  return { kind: "sector", outcode, digit, formatted: `${outcode} ${digit}` };
}

function unit(compact: string): ParsedPostcode {
  const [, outcode = "", inward = ""] = UNIT.exec(compact) ?? [];
  if (inwardNumber(inward) === -1) {
    return {
      kind: "invalid",
      reason: UNIT_WITH_LETTERS.test(compact) ? "letter-for-digit" : "not-the-shape",
    };
  }
  if (!AREAS.has(areaOf(outcode))) return { kind: "invalid", reason: "unknown-area" };
  return { kind: "unit", outcode, inward, formatted: `${outcode} ${inward}` };
}

function areaOf(outcode: string): string {
  return /^[A-Z]+/.exec(outcode)?.[0] ?? "";
}

/** A unit postcode with its space; anything else as it is. */
function formatPostcode(compact: string): string {
  return UNIT.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : compact;
}
