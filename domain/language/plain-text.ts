/**
 * Characters that nobody sees and that change how other text is read: they turn its direction round, or are the control
 * characters C0 and C1 (`Cc`). PostgreSQL cannot store the first of those, NUL. Joiners are no such thing: names need them.
 */
const UNSEEN = /[\p{Bidi_Control}\p{Cc}]/gu;
const UNSEEN_BUT_LINE_ENDS = /(?!\n)[\p{Bidi_Control}\p{Cc}]/gu;

/** Typed text that is one line: whatever breaks a line or leaps along it becomes a space. */
export function oneLine(text: string): string {
  return text.replace(/[\t-\r\u0085]+/g, " ").replace(UNSEEN, "");
}

/** Typed text that may have lines of its own; each ends in "\n". */
export function manyLines(text: string): string {
  return text
    .replace(/\r\n?|\u0085/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN_BUT_LINE_ENDS, "");
}

/** Whether text has nothing in it that `oneLine` would take out; for what must not be changed, such as a web address. */
export function isPlain(text: string): boolean {
  return text.search(UNSEEN) === -1;
}
