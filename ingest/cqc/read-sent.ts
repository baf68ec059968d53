import { shapeOf } from "../spreadsheet-bytes";
import { csvLines, delimiterOf } from "../spreadsheet-lines";
import { encodingOf, textChunks } from "../spreadsheet-text";
import type { CqcFile } from "./location";
import { readCqcApi } from "./read-api";
import type { SheetRow } from "./sheet-row";
import { readCqcRows } from "./sheet-rows";
import { streamWorkbook } from "./stream-workbook";

/**
 * Reads one of the regulator's files as somebody sends it: the directory or the list of active locations as .csv, .xlsx or .ods, the
 * columns of the copy that this project ships, or answers of the API as JSON.
 * @throws FileRefusal, IngestRefusal
 */
export function readCqcBytes(file: string, bytes: Buffer): Promise<CqcFile> {
  if (isJson(bytes)) return Promise.resolve().then(() => readCqcApi(file, bytes.toString("utf8")));
  if (shapeOf(bytes) === "zip") return readCqcRows(file, streamWorkbook(bytes));
  return readCqcRows(file, csvRows(bytes));
}

function isJson(bytes: Buffer): boolean {
  return /^\uFEFF?\s*[{[]/.test(bytes.subarray(0, 200).toString("utf8"));
}

async function* csvRows(bytes: Buffer): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(bytes);
  const text = () => textChunks(bytes, encoding);
  for await (const { number, cells } of csvLines(text(), delimiterOf(text())))
    yield { sheet: "", number, cells };
}
