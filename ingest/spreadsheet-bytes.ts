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

/** Beginnings of files that are no table, and what they are: the words are in the message of "not-a-table". */
const OTHERS: [kind: string, magic: number[]][] = [
  ["zip", [0x50, 0x4b]], // an empty or split archive
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["program", [0x7f, 0x45, 0x4c, 0x46]],
];
/** The same of what is text. */
const OTHER_TEXTS: [kind: string, pattern: RegExp][] = [
  ["web-page", /^\s*(?:<!doctype html|<html)/i],
  ["xml", /^\s*(?:<\?xml|<!doctype)/i],
  ["json", /^\s*(?:\{\s*["}]|\[\s*\{)/],
  ["rich-text", /^\s*\{\\rtf/i],
];

/**
 * What the bytes are, whatever the file is called.
 * @throws FileRefusal for what is no table: PDF, pictures, web pages, archives, Excel before 2007.
 */
export function shapeOf(bytes: Buffer): FileShape {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return "zip";
  // The container of old Office files, and of new ones with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const has = (stream: string) => bytes.includes(Buffer.from(stream, "utf16le"));
    if (has("EncryptedPackage")) throw new FileRefusal("locked-excel");
    if (has("WordDocument")) throw new FileRefusal("not-a-table", null, "word");
    if (has("PowerPoint Document")) throw new FileRefusal("not-a-table", null, "slides");
    throw new FileRefusal("old-excel");
  }
  const start = bytes
    .subarray(0, 200)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  const other =
    OTHERS.find(([, magic]) => startsWith(bytes, ...magic)) ??
    OTHER_TEXTS.find(([, pattern]) => pattern.test(start));
  if (other) throw new FileRefusal("not-a-table", null, other[0]);
  return "text";
}
