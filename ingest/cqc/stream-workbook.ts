import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { FileRefusal } from "../spreadsheet-refusal";
import { odsSheets } from "./ods-sheets";
import { type SheetRow, STREAM_LIMITS } from "./sheet-row";
import { xlsxSheets } from "./xlsx-sheets";

/**
 * Streams the rows of every sheet of an .xlsx or .ods, the sheets in their order. Its parts are never unpacked as a whole: the
 * regulator's list is twenty times what `readWorkbook` may hold.
 * @throws FileRefusal for what is damaged, no workbook, or too much.
 */
export async function* streamWorkbook(bytes: Buffer, limits = STREAM_LIMITS): AsyncGenerator<SheetRow> {
  const late = Date.now() + limits.milliseconds;
  const archive = await openArchive(bytes);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (/\.xml$/i.test(entry.fileName)) unpacked += entry.uncompressedSize;
      if (entries.size > limits.entries || unpacked > limits.unpacked) throw new FileRefusal("xlsx-bomb");
      if (entry.isEncrypted()) throw new FileRefusal("locked-excel");
    }
    const part = (name: string) => textOf(archive, entries.get(name), late);
    let count = 0;
    const rows = entries.has("content.xml") ? odsSheets(part("content.xml")) : xlsxSheets(part, entries);
    for await (const row of rows) {
      count += 1;
      if (count > limits.rows) throw new FileRefusal("too-many-rows", null, String(limits.rows));
      yield row;
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("xlsx-damaged");
  }
}

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes);
  } catch {
    throw new FileRefusal("xlsx-damaged");
  }
}

/** A part as text, in pieces. yauzl stops one of which more comes than it announced. */
async function* textOf(archive: ZipFile, entry: Entry | undefined, late: number): AsyncGenerator<string> {
  if (!entry) throw new FileRefusal("not-a-table", null, "zip");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    if (Date.now() > late) throw new FileRefusal("workbook-slow");
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
