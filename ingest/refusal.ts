/** Why a zip is refused that does not unpack: whoever sends it has no use for what the library calls it. */
export const DAMAGED_ZIP = "the zip file is cut off or damaged";

/**
 * Thrown when a file is not what it claims to be. The message is for the person who ran the command, so it names
 * the file and, where known, the row (1 is the first line of the file) and the column.
 */
export class IngestRefusal extends Error {
  override readonly name = "IngestRefusal";

  constructor(
    readonly file: string,
    readonly reason: string,
    readonly row: number | null = null,
    readonly column: string | null = null,
  ) {
    const where = [row === null ? null : `row ${row}`, column === null ? null : `column "${column}"`]
      .filter((part) => part !== null)
      .join(", ");
    super(where === "" ? `${file}: ${reason}` : `${file}, ${where}: ${reason}`);
  }
}
