import type { ImportRow } from "@/domain/imports/row";

/** What the source says of a service that a complete list does not name any more. */
export const NO_LONGER_NAMED = "No longer names this service, which an earlier version did.";

/** Shorter ones say nothing: a sentence is made of the row instead. */
export const hasNote = ({ note }: Pick<ImportRow, "note">) => note.length >= 3;

/** What the source says of a row, as its page quotes it: the row's own note, else the row in a sentence. */
export function saysOf(row: ImportRow, isHidden: boolean): string {
  if (hasNote(row)) return row.note;
  const who = row.provider === null ? "does not name who runs it" : `names ${row.provider} as running it`;
  return isHidden || row.areaId !== null ? `Lists it and ${who}.` : `Lists it at ${row.place} and ${who}.`;
}
