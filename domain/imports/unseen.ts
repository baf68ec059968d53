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
