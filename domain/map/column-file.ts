/**
 * A table as bytes for the browser: a line of JSON that names the columns, then each column's numbers, the lowest bytes of
 * all rows first, then the next. Bytes that are alike stand together, so that brotli does the rest. No decoder is needed
 * but this page of code, and whatever does not fit is refused, never guessed.
 */
export type Column = { name: string; bytes: 1 | 2 | 4; values: ArrayLike<number> };

/** Of the first line: what the numbers mean is the caller's, such as the list that a column's numbers count in. */
export type FileHead = { format: string; rows: number; columns: { name: string; bytes: number }[] } & Record<
  string,
  unknown
>;

export type ColumnFile = { head: FileHead; columns: ReadonlyMap<string, Uint32Array> };

const NEW_LINE = 10;

/** @throws RangeError for a number that its column cannot hold, or columns of several lengths. */
export function encodeColumns(
  format: string,
  more: Record<string, unknown>,
  columns: readonly Column[],
): Uint8Array {
  const rows = columns[0]?.values.length ?? 0;
  const named = columns.map(({ name, bytes }) => ({ name, bytes }));
  const head = new TextEncoder().encode(`${JSON.stringify({ ...more, format, rows, columns: named })}\n`);
  const size = columns.reduce((sum, { bytes }) => sum + bytes * rows, head.length);
  const file = new Uint8Array(size);
  file.set(head);
  let at = head.length;
  for (const { name, bytes, values } of columns) {
    if (values.length !== rows) throw new RangeError(`Column ${name} has ${values.length} of ${rows} rows.`);
    const limit = 256 ** bytes;
    for (let row = 0; row < rows; row++) {
      const value = values[row] ?? 0;
      if (!Number.isInteger(value) || value < 0 || value >= limit)
        throw new RangeError(`Column ${name}, row ${row}: ${value} does not fit into ${bytes} bytes.`);
      for (let byte = 0; byte < bytes; byte++) file[at + byte * rows + row] = value >>> (8 * byte);
    }
    at += bytes * rows;
  }
  return file;
}

/** @throws RangeError when it is no such file, of another format, or cut. */
export function decodeColumns(format: string, file: Uint8Array): ColumnFile {
  const end = file.indexOf(NEW_LINE);
  if (end === -1) throw new RangeError("No table: it has no first line.");
  const head = readHead(format, new TextDecoder().decode(file.subarray(0, end)));
  const size = head.columns.reduce((sum, { bytes }) => sum + bytes * head.rows, end + 1);
  if (file.length !== size) throw new RangeError(`A table of ${file.length} bytes should have ${size}.`);
  const columns = new Map<string, Uint32Array>();
  let at = end + 1;
  for (const { name, bytes } of head.columns) {
    const values = new Uint32Array(head.rows);
    for (let byte = 0; byte < bytes; byte++) {
      const scale = 256 ** byte;
      for (let row = 0; row < head.rows; row++)
        values[row] = (values[row] ?? 0) + (file[at + row] ?? 0) * scale;
      at += head.rows;
    }
    columns.set(name, values);
  }
  return { head, columns };
}

/** How many rows a file says it has, without reading them; 0 for one that is none. */
export function rowsInFile(file: Uint8Array): number {
  const head = parsed(new TextDecoder().decode(file.subarray(0, Math.max(0, file.indexOf(NEW_LINE)))));
  return isHead(head) ? head.rows : 0;
}

function readHead(format: string, line: string): FileHead {
  const head: unknown = parsed(line);
  if (!isHead(head) || head.format !== format) throw new RangeError(`No table of the format ${format}.`);
  return head;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isHead(value: unknown): value is FileHead {
  if (typeof value !== "object" || value === null) return false;
  const { rows, columns } = value as Partial<FileHead>;
  return (
    Number.isInteger(rows) &&
    Array.isArray(columns) &&
    columns.every(({ name, bytes }) => typeof name === "string" && [1, 2, 4].includes(bytes))
  );
}
