/**
 * Characters that nobody sees in a list: controls, what turns text round, joiners, soft hyphens, fillers. Two names that
 * differ in nothing else look the same, and one of nothing else looks like none. Unlike typed reports (`plain-text.ts`)
 * a list loses joiners too: no name in it needs them, and programs scatter them.
 */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without them; tabs and line ends stay. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}

/** True for what can be read out: it has a letter or a digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * The first word of a text that has letters of the Latin alphabet and of another that look like them: nobody writes so but
 * to have one name pass for another, or by a slip of the keyboard. Null where there is none.
 */
export function wordOfTwoScripts(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const isMixed = (word: string) =>
    /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
  return words.find(isMixed) ?? null;
}
