/** Letters of other alphabets that look like Latin ones, by themselves: what they can be read as. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  (
    "аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx ԁd һh ԛq ԝw ӏl ғf ԍg " +
    "αa βb εe ζz ηn ιi κk μu νv οo ρp τt υu χx γy ϲc " +
    "ıi ɡg ɑa ʟl ɩi øo łl đd ħh"
  )
    .split(" ")
    .map((pair) => [[...pair][0] ?? "", [...pair].slice(1).join("")] as const),
);
/** Capitals whose look is another than that of their small letter. */
const CAPITALS: ReadonlyMap<string, string> = new Map([
  ["Η", "h"],
  ["Ν", "n"],
  ["Υ", "y"],
  ["Μ", "m"],
  ["Ι", "i"],
]);
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}'’‘ʼ`´]/u;

/** A text in small plain letters, and for each of them where it stands in the text. */
export type Folded = {
  plain: string;
  /** By position in `plain`: where the character begins in the text. */
  starts: readonly number[];
  /** By position in `plain`: where the character ends in the text. */
  ends: readonly number[];
};

/**
 * The text as somebody reads it: without capitals, accents, apostrophes and characters that nobody sees, wide or
 * look-alike letters as the plain ones. For finding words however they are written; never shown.
 */
export function foldLetters(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = "";
  let at = 0;
  for (const character of text) {
    // An acute accent that stands by itself is an apostrophe; taken apart it would be a space.
    for (const part of UNSEEN.test(character) ? "" : character.normalize("NFKD")) {
      if (UNSEEN.test(part)) continue;
      const small = part.toLowerCase();
      for (const letter of CAPITALS.get(part) ?? LOOK_ALIKES.get(small) ?? small.replace("ß", "ss"))
        for (let unit = 0; unit < letter.length; unit += 1) {
          starts.push(at);
          ends.push(at + character.length);
          plain += letter[unit] ?? "";
        }
    }
    at += character.length;
  }
  return { plain, starts, ends };
}

/** A web address as somebody would read it, whatever was written as %41 once or several times. */
export function decodedAddress(url: string): string {
  let text = url.replaceAll("+", " ");
  for (let times = 0; times < 3; times += 1) {
    const next = text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
      try {
        return decodeURIComponent(codes);
      } catch {
        return codes;
      }
    });
    if (next === text) return text;
    text = next;
  }
  return text;
}
