import { isPostcodeArea } from "@/domain/postcodes/postcode";
import { holdsPostcode } from "./holds-postcode";

/**
 * The shapes of a postcode: `a` a letter of its area, `d` a figure, `l` a letter. With a letter in the third place
 * (`w`) only in the middle of London, so that "G4S Health" is not one.
 */
const SHAPES = ["addll", "adddll", "aaddll", "aadddll", "adwdll", "aadwdll"];
const LONDON = new Set(["E", "EC", "N", "NW", "SE", "SW", "W", "WC"]);
/** Any sign: the one that was left out, or typed wrong. */
const ANY = "?";

const FITS: Readonly<Record<string, RegExp>> = { a: /[A-Z?]/, d: /[\d?]/, l: /[A-Z?]/, w: /[A-Z?]/ };

/**
 * Whether a short text is one slip from a postcode: a sign wrong, left out, too many, or two that changed places
 * ("CAA2 7HY", "CA 7HY", "S1WA 1AA", "cà2 7hy"). It is no name then: names are sent and stand in an address.
 */
export function isNearPostcode(text: string): boolean {
  const words = wordsOf(text);
  const compact = words.join("");
  if (words.length > 2 || compact.length < 4 || compact.length > 8 || !/\d/.test(compact)) return false;
  return slipsOf(compact).some((reading) => SHAPES.some((shape) => isOfShape(reading, shape)));
}

/** Whether a text must not stand in an address or be sent as a name: it has a postcode in it, or is meant for one. */
export function passesForPostcode(text: string): boolean {
  return holdsPostcode(text) || isLetteredPostcode(text) || isNearPostcode(text);
}

/**
 * Whether a text is a postcode, or the greater part of one, with O, I or L for every figure: "ECIA IBB". While it is
 * typed, too.
 */
export function isLetteredPostcode(text: string): boolean {
  const [first = "", second = "", ...more] = wordsOf(text);
  if (more.length > 0 || !/^[OIL][A-Z]{0,2}$/.test(second)) return false;
  // An area has one letter or two, and an I or L can be the second.
  return [1, 2].some((letters) => {
    const area = first.slice(0, letters);
    const figures = first.slice(letters);
    return (
      isPostcodeArea(area) &&
      (/^[OIL]{1,2}$/.test(figures) || (LONDON.has(area) && /^[OIL][A-Z]$/.test(figures)))
    );
  });
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toUpperCase();
  return plain.split(/[^A-Z\d]+/).filter((word) => word !== "");
}

/** Every reading of a text with one slip made good. */
function slipsOf(text: string): string[] {
  const readings: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const before = text.slice(0, at);
    const [sign = "", next = ""] = text.slice(at);
    readings.push(before + ANY + text.slice(at));
    if (sign === "") continue;
    readings.push(before + ANY + text.slice(at + 1), before + text.slice(at + 1));
    if (next !== "") readings.push(before + next + sign + text.slice(at + 2));
  }
  return readings;
}

function isOfShape(reading: string, shape: string): boolean {
  if (reading.length !== shape.length) return false;
  for (let at = 0; at < shape.length; at++) {
    if (!FITS[shape[at] ?? ""]?.test(reading[at] ?? "")) return false;
  }
  const area = reading.slice(0, shape.lastIndexOf("a") + 1);
  if (shape.includes("w")) return [...LONDON].some((known) => isLike(area, known));
  // With a sign missing nearly any letter fits some area; better one too many.
  return area.includes(ANY) || isPostcodeArea(area);
}

function isLike(area: string, known: string): boolean {
  return area.length === known.length && [...area].every((sign, at) => sign === ANY || sign === known[at]);
}
