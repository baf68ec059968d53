import { readSheet } from "read-excel-file/node";
import { fromBufferPromise, type ZipFile } from "yauzl";
import { checkPart } from "@/ingest/spreadsheet-part";
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
      await checkPart(await archive.openReadStreamPromise(entry));
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal("xlsx-damaged");
  }
}
