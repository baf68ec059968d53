import type { Readable } from "node:stream";
import { readSheet } from "read-excel-file/node";
import { fromBufferPromise, type ZipFile } from "yauzl";
import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/**
 * The first sheet of an .xlsx as texts. A formula is what Excel last worked out for it, never run here; dates are ISO
 * days. The archive is unpacked once to count before any library sees it: a few kilobytes can unpack to gigabytes.
 * @throws FileRefusal "xlsx-damaged", "xlsx-bomb", "too-many-rows" or "too-many-columns"
 */
export async function readXlsx(bytes: Buffer): Promise<string[][]> {
  await assertHarmless(bytes);
  let rows: unknown[][];
  try {
    rows = await readSheet<string>(bytes, { parseNumber: (text) => text, trim: true });
  } catch (error) {
    throw new FileRefusal("xlsx-damaged", null, error instanceof Error ? error.message.slice(0, 100) : "");
  }
  return rows.map((row) => row.map(cellText));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return tidyNumber(String(value));
}

/** A spreadsheet stores 54.8965 as 54.896500000000003. */
function tidyNumber(text: string): string {
  if (!/^-?\d+\.\d{15,}$/.test(text) && !/^-?\d(\.\d+)?E[+-]?\d+$/.test(text)) return text;
  return String(Number(Number(text).toPrecision(14)));
}

async function assertHarmless(bytes: Buffer): Promise<void> {
  let unpacked = 0;
  let entries = 0;
  try {
    const archive: ZipFile = await fromBufferPromise(bytes);
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      unpacked += entry.uncompressedSize;
      if (entries > LIMITS.entries || unpacked > LIMITS.unpacked) throw new FileRefusal("xlsx-bomb");
      // Only what the reader opens; it fails by itself when more comes out than was announced.
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue;
      await checkEntry(await archive.openReadStreamPromise(entry), /\/worksheets\//i.test(entry.fileName));
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("xlsx-damaged");
  }
}

/** Unpacks to nowhere. A cell in row 1,048,576 would make the reader fill all the rows before it. */
async function checkEntry(stream: Readable, isSheet: boolean): Promise<void> {
  let end = "";
  for await (const chunk of stream) {
    if (!isSheet) continue;
    const text = end + (chunk as Buffer).toString("latin1");
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new FileRefusal("xlsx-damaged");
    for (const [, column = "", row] of text.matchAll(/\br="([A-Z]{0,3})(\d+)"/g)) {
      if (Number(row) > LIMITS.rows + 50) throw new FileRefusal("too-many-rows", null, String(LIMITS.rows));
      if (column.length === 3) throw new FileRefusal("too-many-columns", null, String(LIMITS.columns));
    }
    end = text.slice(-40);
  }
}
