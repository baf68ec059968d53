import { parse } from "csv-parse/sync";
import { IngestRefusal } from "./refusal";

/** One row of a CSV file with a header: cells by column name, and the line it starts on (the header is line 1). */
export type CsvRow<Column extends string> = { line: number; cells: Record<Column, string> };

/**
 * Reads a whole small CSV file that has a header line.
 * The columns named must all be there; others are ignored, so that a publisher can add one.
 * @throws IngestRefusal naming the missing column, or the row that is malformed.
 */
export function readCsvRows<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): CsvRow<Column>[] {
  const lines = parseOrRefuse(file, text);
  const header = lines[0]?.record ?? [];
  const at = columns.map((column) => {
    const index = header.indexOf(column);
    if (index === -1) throw new IngestRefusal(file, "this column is missing", 1, column);
    return [column, index] as const;
  });
  return lines.slice(1).map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(at.map(([column, index]) => [column, (record[index] ?? "").trim()])) as Record<
      Column,
      string
    >,
  }));
}

type ParsedLine = { record: string[]; info: { lines: number } };

function parseOrRefuse(file: string, text: string): ParsedLine[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as ParsedLine[];
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? Number(error.lines) : null;
    throw new IngestRefusal(file, error instanceof Error ? error.message : String(error), line);
  }
}
