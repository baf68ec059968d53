import { Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import { withoutUnseen } from "@/domain/imports/unseen";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/**
 * A line of a table that is not empty, as it stands in its file: its cells, the number of the line it begins on (the first
 * is 1), and whether an empty one stands before it.
 */
export type Line = { number: number; cells: string[]; isAfterEmpty: boolean };

/** Reads from the first line on, each time it is asked. */
export type Lines = () => AsyncIterable<Line> | Iterable<Line>;

/** Empty lines too: a spreadsheet can have a million of those behind its last row. */
const MOST_LINES = 2_000_000;

/** Makes lines of rows of cells: give it every row, in order, and say whether an empty one was left out before it. */
export function lineMaker(): (cells: string[], number: number, isAfterSkipped?: boolean) => Line | null {
  let isAfterEmpty = false;
  let count = 0;
  return (cells, number, isAfterSkipped = false) => {
    count += 1;
    if (count > MOST_LINES) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
    const isEmpty = cells.every((cell) => cell.trim() === "");
    const line = isEmpty ? null : { number, cells, isAfterEmpty: isAfterEmpty || isAfterSkipped };
    isAfterEmpty = isEmpty;
    return line;
  };
}

/** Leaves characters that nobody sees out of a text that comes in pieces, and says so. */
export function* withoutHidden(pieces: Iterable<string>, found: () => void): Generator<string> {
  for (const piece of pieces) {
    const plain = withoutUnseen(piece);
    if (plain.length !== piece.length) found();
    yield plain;
  }
}

/** Excel writes "sep=;" on a line of its own; otherwise the heading has more of it than of the others. */
export function delimiterOf(text: Iterable<string>): { delimiter: string; isSaid: boolean } {
  const first = firstLine(text);
  const said = /^sep=(.)$/i.exec(first)?.[1];
  if (said) return { delimiter: said, isSaid: true };
  const bare = first.replace(/"(?:[^"]|"")*"/g, "");
  const count = (mark: string) => bare.split(mark).length;
  const most = [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  return { delimiter: most, isSaid: false };
}

/** The first line that is not blank, trimmed. */
function firstLine(text: Iterable<string>): string {
  let head = "";
  for (const piece of text) {
    head = (head + piece).trimStart();
    if (/[\r\n]/.test(head)) break;
  }
  return (head.split(/\r?\n|\r/)[0] ?? "").trim();
}

/**
 * Reads CSV as it comes in; one line is held at a time.
 * @throws FileRefusal, naming the line, as soon as it shows.
 */
export async function* csvLines(
  text: Iterable<string>,
  { delimiter, isSaid }: ReturnType<typeof delimiterOf>,
): AsyncGenerator<Line> {
  const toLine = lineMaker();
  let skipped = 0;
  let doubled = 0;
  let isToSkip = isSaid;
  const options: Options<Line, string[]> = {
    delimiter,
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LIMITS.cell * 10,
    // Here, where empty lines cost next to nothing, and not on the other side of the stream.
    skip_empty_lines: true,
    on_record: (cells, { lines, empty_lines }) => {
      // `lines` is where a record ends, and in quotes it takes a line break of two characters for two.
      const breaks = cells.flatMap((cell) => cell.match(/\r\n|\r|\n/g) ?? []);
      doubled += breaks.filter((one) => one.length === 2).length;
      const line = toLine(cells, lines - doubled - breaks.length, empty_lines > skipped);
      skipped = empty_lines;
      // What says how the cells are parted is no row.
      if (!isToSkip || line === null) return line;
      isToSkip = false;
      return null;
    },
  };
  const parser = parse(options as Options<unknown> as Options); // its own types know no records but lists of texts
  const source = Readable.from(text, { objectMode: true });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    yield* parser as AsyncIterable<Line>;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error.lines === "number" ? error.lines : null;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new FileRefusal("cut-off", line);
  if (error.code === "CSV_MAX_RECORD_SIZE") return new FileRefusal("cell-too-long", line);
  return new FileRefusal("quotes", line);
}
