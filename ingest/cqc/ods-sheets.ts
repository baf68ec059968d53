import type { SaxesTagPlain } from "saxes";
import { FileRefusal } from "../spreadsheet-refusal";
import { attributeOf, xmlReader } from "./parse-xml";
import { type SheetRow, STREAM_LIMITS } from "./sheet-row";

/** Streams the rows of all tables of a spreadsheet of OpenDocument. */
export async function* odsSheets(pieces: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  const reader = new Tables();
  const read = xmlReader(reader);
  for await (const piece of pieces) {
    read(piece);
    yield* reader.taken();
  }
  read(null);
  yield* reader.taken();
}

class Tables {
  private rows: SheetRow[] = [];
  private sheet = "";
  private number = 0;
  private cells: string[] = [];
  private repeated = 1;
  private cell: { value: string | null; lines: string[]; repeated: number } | null = null;
  private isInText = false;
  /** Notes at a cell are no part of it. */
  private notes = 0;

  taken(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open = (tag: SaxesTagPlain): void => {
    const { name } = tag;
    if (name === "table:table") {
      this.sheet = attributeOf(tag, "table:name");
      this.number = 0;
    } else if (name === "table:table-row") {
      this.cells = [];
      this.repeated = repeatsOf(tag, "table:number-rows-repeated");
    } else if (name === "table:table-cell" || name === "table:covered-table-cell") {
      this.cell = {
        value: storedValue(tag),
        lines: [],
        repeated: repeatsOf(tag, "table:number-columns-repeated"),
      };
    } else if (name === "office:annotation") this.notes += 1;
    else if (name === "text:p" && this.notes === 0) {
      this.cell?.lines.push("");
      this.isInText = true;
    } else if ((name === "text:s" || name === "text:line-break") && this.notes === 0) this.text(" ");
  };

  text = (text: string): void => {
    const lines = this.cell?.lines;
    if (!lines || !this.isInText || this.notes > 0) return;
    const last = lines.length - 1;
    if ((lines[last]?.length ?? 0) + text.length > STREAM_LIMITS.cell)
      throw new FileRefusal("cell-too-long", this.number + 1);
    lines[last] = (lines[last] ?? "") + text;
  };

  close = (name: string): void => {
    if (name === "text:p") this.isInText = false;
    else if (name === "office:annotation") this.notes -= 1;
    else if (name === "table:table-cell" || name === "table:covered-table-cell") this.endCell();
    else if (name === "table:table-row") this.endRow();
  };

  private endCell(): void {
    if (!this.cell) return;
    const { value, lines, repeated } = this.cell;
    const text = value ?? lines.join("\n");
    // What is empty behind the last cell is repeated to the edge of the sheet.
    const room = STREAM_LIMITS.columns - this.cells.length;
    if (text !== "" && repeated > room)
      throw new FileRefusal("too-many-columns", this.number + 1, String(STREAM_LIMITS.columns));
    for (let times = Math.min(repeated, room); times > 0; times -= 1) this.cells.push(text);
    this.cell = null;
  }

  private endRow(): void {
    const isFilled = this.cells.some((text) => text.trim() !== "");
    if (isFilled) this.rows.push({ sheet: this.sheet, number: this.number + 1, cells: this.cells });
    this.number += this.repeated;
  }
}

function repeatsOf(tag: SaxesTagPlain, name: string): number {
  const count = Number(attributeOf(tag, name) || 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

/** A number or a day is in an attribute, beside how it is shown. */
function storedValue(tag: SaxesTagPlain): string | null {
  const type = attributeOf(tag, "office:value-type");
  if (type === "float" || type === "currency" || type === "percentage")
    return attributeOf(tag, "office:value");
  if (type === "date") return attributeOf(tag, "office:date-value");
  return type === "boolean" ? attributeOf(tag, "office:boolean-value") : null;
}
