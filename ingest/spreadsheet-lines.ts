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

/** Enough lines to tell what they are parted by, and enough letters to hold them. */
const TELLING_LINES = 12;
const TELLING_LETTERS = 64 * 1024;

/**
 * Excel writes "sep=;" on a line of its own; otherwise it is what most of the first lines have equally many of: a comma can stand in
 * the headings of a file with semicolons.
 */
export function delimiterOf(text: Iterable<string>): { delimiter: string; isSaid: boolean } {
  const lines = firstLines(text);
  const said = /^sep=(.)$/i.exec((lines[0] ?? "").trim())?.[1];
  if (said) return { delimiter: said, isSaid: true };
  const score = (mark: string) => {
    const counts = lines.map((line) => line.split(mark).length - 1).filter((count) => count > 0);
    const alike = (count: number) => counts.filter((other) => other === count).length;
    const usual = counts.reduce((best, count) => (alike(count) > alike(best) ? count : best), counts[0] ?? 0);
    return { alike: alike(usual), usual };
  };
  const marks = [",", ";", "\t"].map((mark) => ({ mark, ...score(mark) }));
  const best = marks.reduce((a, b) => ((b.alike - a.alike || b.usual - a.usual) > 0 ? b : a));
  return { delimiter: best.mark, isSaid: false };
}

/** The first lines that are not blank, without what stands in quotes. */
function firstLines(text: Iterable<string>): string[] {
  let head = "";
  for (const piece of text) {
    head = (head + piece).trimStart();
    if (head.length > TELLING_LETTERS || head.split(/\r\n|\r|\n/).length > TELLING_LINES * 2) break;
  }
  return head
    .slice(0, TELLING_LETTERS)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, TELLING_LINES);
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
    relax_quotes: true, // a stray one is a sign like others; one that is never closed is still refused
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
