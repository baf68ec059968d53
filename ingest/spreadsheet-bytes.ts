import { FileRefusal, LIMITS } from "@/ingest/spreadsheet-refusal";

/**
 * Collects a file, and stops reading as soon as it is too large: of 200 MB the first ten are read.
 * @throws FileRefusal "too-large" or "empty"
 */
export async function collectBytes(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = LIMITS.bytes,
): Promise<Buffer> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > limit) throw new FileRefusal("too-large", null, String(Math.floor(limit / 1024 / 1024)));
    held.push(chunk);
  }
  if (size === 0) throw new FileRefusal("empty");
  return Buffer.concat(held);
}

export type FileShape = "zip" | "text";

const startsWith = (bytes: Buffer, ...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/**
 * What the bytes are, whatever the file is called.
 * @throws FileRefusal for what is no table: PDF, pictures, web pages, archives, Excel before 2007.
 */
export function shapeOf(bytes: Buffer): FileShape {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "zip";
  // The container of old Excel files, and of new ones with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isLocked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new FileRefusal(isLocked ? "locked-excel" : "old-excel");
  }
  const isOther =
    startsWith(bytes, 0x50, 0x4b) || // an empty or split archive
    startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || // PDF
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || // PNG
    startsWith(bytes, 0xff, 0xd8, 0xff) || // JPEG
    startsWith(bytes, 0x1f, 0x8b) || // gzip
    startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) ||
    startsWith(bytes, 0x52, 0x61, 0x72, 0x21) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) ||
    /^\s*(?:<!doctype|<html|<\?xml|\{|\[\s*\{|\{\\rtf)/i.test(bytes.subarray(0, 200).toString("latin1"));
  if (isOther) throw new FileRefusal("not-a-table");
  return "text";
}
