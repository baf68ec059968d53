/** Letters that nobody takes for one of a to z; "ł", "ø" or "đ" is one with a stroke. */
const OWN_LETTERS = /^[a-z0-9æœßþð-]*$/;
/** Marks of Welsh and English names: grave, acute, circumflex, two dots. A dot below or a cedilla is hardly seen: "ṇhs.uk". */
const MARKS = /[\u0300\u0301\u0302\u0308]/g;

/**
 * Whether a host is written in the letters a to z, with the marks of Welsh and English or without: "ysbyty-môn.cymru". Cyrillic, Greek and other
 * letters pass for Latin ones ("раypal.com"), also where a whole name is made of them. A publisher whose name is in another
 * script has to be cited by an address in this one; we have met none.
 * @param host lower-case, as the URL parser writes it: "xn--…" for what is not ASCII
 */
export function hostLetters(host: string): boolean {
  return host.split(".").every((label) => {
    if (!label.startsWith("xn--")) return OWN_LETTERS.test(label) || /^[\w-]+$/.test(label);
    const letters = decodePunycode(label.slice(4));
    return letters !== null && OWN_LETTERS.test(letters.normalize("NFD").replace(MARKS, ""));
  });
}

/** The label behind "xn--" (RFC 3492); null where it is none. Here because a browser has no function for it. */
function decodePunycode(label: string): string | null {
  const last = label.lastIndexOf("-");
  const output = last > 0 ? [...label.slice(0, last)].map((letter) => letter.charCodeAt(0)) : [];
  let [code, at, bias, from] = [128, 0, 72, last + 1];
  while (from < label.length) {
    const before = at;
    for (let weight = 1, k = 36; ; k += 36) {
      const letter = label[from++];
      if (letter === undefined || !/[a-z0-9]/.test(letter)) return null;
      const digit = /\d/.test(letter) ? Number(letter) + 26 : letter.charCodeAt(0) - 97;
      at += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (weight > 2 ** 31) return null;
    }
    const length = output.length + 1;
    bias = adapt(at - before, length, before === 0);
    code += Math.floor(at / length);
    at %= length;
    if (code > 0x10ffff) return null;
    output.splice(at++, 0, code);
  }
  return String.fromCodePoint(...output);
}

/** RFC 3492, 6.1. */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
