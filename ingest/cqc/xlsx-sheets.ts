import type { SaxesTagPlain } from "saxes";
import { FileRefusal } from "../spreadsheet-refusal";
import { attributeOf, xmlReader } from "./parse-xml";
import { type SheetRow, STREAM_LIMITS } from "./sheet-row";

type Part = (name: string) => AsyncIterable<string>;
type Names = { has: (name: string) => boolean };

/** Letters of all shared texts of a workbook: they are held while its sheets are read. */
const MOST_SHARED = 60_000_000;

/** Streams the rows of all sheets of an .xlsx that can be seen, in their order. */
export async function* xlsxSheets(part: Part, names: Names): AsyncGenerator<SheetRow> {
  const shared = names.has("xl/sharedStrings.xml") ? await sharedTexts(part("xl/sharedStrings.xml")) : [];
  for (const { name, path } of await sheetsOf(part)) yield* rowsOf(name, part(path), shared);
}

async function readAll(pieces: AsyncIterable<string>, marks: Parameters<typeof xmlReader>[0]): Promise<void> {
  const read = xmlReader(marks);
  for await (const piece of pieces) read(piece);
  read(null);
}

async function sheetsOf(part: Part): Promise<{ name: string; path: string }[]> {
  const ids: { name: string; id: string }[] = [];
  const paths = new Map<string, string>();
  const nothing = () => undefined;
  await readAll(part("xl/workbook.xml"), {
    open: (tag) => {
      if (tag.name !== "sheet" || attributeOf(tag, "state").toLowerCase().includes("hidden")) return;
      ids.push({ name: attributeOf(tag, "name"), id: attributeOf(tag, "r:id") });
    },
    text: nothing,
    close: nothing,
  });
  await readAll(part("xl/_rels/workbook.xml.rels"), {
    open: (tag) => {
      const target = attributeOf(tag, "Target");
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      if (tag.name === "Relationship" && /worksheet$/.test(attributeOf(tag, "Type")))
        paths.set(attributeOf(tag, "Id"), path);
    },
    text: nothing,
    close: nothing,
  });
  return ids.flatMap(({ name, id }) => {
    const path = paths.get(id);
    return path ? [{ name, path }] : [];
  });
}

async function sharedTexts(pieces: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = [];
  let held = "";
  let size = 0;
  let isText = false;
  await readAll(pieces, {
    open: ({ name }) => {
      if (name === "si") held = "";
      isText = name === "t";
    },
    text: (text) => {
      if (isText) held += text;
    },
    close: (name) => {
      if (name === "t") isText = false;
      if (name !== "si") return;
      size += held.length;
      if (size > MOST_SHARED) throw new FileRefusal("workbook-heavy");
      texts.push(held);
    },
  });
  return texts;
}

async function* rowsOf(
  sheet: string,
  pieces: AsyncIterable<string>,
  shared: readonly string[],
): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = [];
  let [number, cells] = [0, [] as string[]];
  let cell: { at: number; type: string; text: string } | null = null;
  let isText = false;
  const read = xmlReader({
    open: (tag) => {
      if (tag.name === "row") {
        number = Number(attributeOf(tag, "r")) || number + 1;
        cells = [];
      } else if (tag.name === "c")
        cell = { at: columnOf(tag, cells.length), type: attributeOf(tag, "t"), text: "" };
      else isText = tag.name === "v" || tag.name === "t";
    },
    text: (text) => {
      if (!cell || !isText) return;
      if (cell.text.length + text.length > STREAM_LIMITS.cell) throw new FileRefusal("cell-too-long", number);
      cell.text += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") isText = false;
      if (name === "c" && cell) {
        while (cells.length < cell.at) cells.push("");
        cells[cell.at] = cell.type === "s" ? (shared[Number(cell.text)] ?? "") : cell.text;
        cell = null;
      }
      if (name === "row" && cells.some((text) => text.trim() !== "")) rows.push({ sheet, number, cells });
    },
  });
  for await (const piece of pieces) {
    read(piece);
    yield* rows;
    rows = [];
  }
  read(null);
  yield* rows;
}

/** The column of a cell, the first is 0: its address has letters that count to 26. */
function columnOf(tag: SaxesTagPlain, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(attributeOf(tag, "r"))?.[0];
  if (letters === undefined) return next;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column >= STREAM_LIMITS.columns)
    throw new FileRefusal("too-many-columns", null, String(STREAM_LIMITS.columns));
  return column;
}
