/** The map's files are not in force any more: something was withdrawn or added since they were fetched. */
export class MapHasChanged extends Error {}

/** The page is read anew then; where the reader was stands in the address. */
export function readAnew(reason: unknown): void {
  if (reason instanceof MapHasChanged) window.location.reload();
  else console.warn("The map could not answer.", reason);
}
