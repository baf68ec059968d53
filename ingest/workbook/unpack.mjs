import { fromBufferPromise } from "yauzl";
import { WorkbookRefused } from "./refused.mjs";
import { whatZipIs } from "./zip-kind.mjs";

/** @typedef {import("yauzl").Entry} Entry */

const LOCAL_HEADER = Buffer.from("PK\x03\x04", "latin1");
/** Pictures, macros, printers' settings: nothing that a list could stand in. */
const NEEDED = /\.(?:xml|rels)$|^mimetype$/i;

/**
 * Unpacks an archive once, into memory and within limits. The reader is given these bytes and never the archive, so that
 * nothing can be read that was not counted here.
 * @param {Buffer} bytes
 * @param {Pick<import("./limits").WorkbookLimits, "entries" | "unpacked">} limits
 * @returns {Promise<Map<string, Buffer>>} parts by their names
 */
export async function unpack(bytes, limits) {
  const archive = await fromBufferPromise(bytes);
  /** @type {Entry[]} */
  const entries = [];
  for await (const entry of archive.eachEntry()) {
    entries.push(entry);
    if (entries.length > limits.entries) throw new WorkbookRefused("xlsx-bomb");
  }
  const kind = whatZipIs(entries.map((entry) => entry.fileName));
  if (kind !== null) throw new WorkbookRefused("not-a-table", kind);
  if (entries.some((entry) => entry.isEncrypted())) throw new WorkbookRefused("locked-excel");
  checkDirectory(bytes, entries);
  const needed = entries.filter((entry) => NEEDED.test(entry.fileName));
  const announced = needed.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (announced > limits.unpacked) throw new WorkbookRefused("xlsx-bomb");
  const parts = new Map();
  // yauzl stops an entry of which more comes than it announced.
  for (const entry of needed) parts.set(entry.fileName, await contentOf(archive, entry));
  checkParts(parts);
  return parts;
}

/**
 * @param {import("yauzl").ZipFile} archive
 * @param {Entry} entry
 */
async function contentOf(archive, entry) {
  const chunks = [];
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * An archive has two lists of what is in it, and a program may follow either. Where they differ two programs would read
 * two different workbooks: such a one is refused, and so is one whose entries lie over each other.
 * @param {Buffer} bytes
 * @param {readonly Entry[]} entries
 */
function checkDirectory(bytes, entries) {
  const names = new Set();
  let end = 0;
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of ordered) {
    const at = entry.relativeOffsetOfLocalHeader;
    const header = bytes.subarray(at, at + 30);
    if (header.length < 30 || !header.subarray(0, 4).equals(LOCAL_HEADER))
      throw new WorkbookRefused("xlsx-damaged");
    const name = bytes.subarray(at + 30, at + 30 + header.readUInt16LE(26));
    const differs = !name.equals(entry.fileNameRaw) || header.readUInt16LE(8) !== entry.compressionMethod;
    const isHidden = at > end && bytes.subarray(end, at).includes(LOCAL_HEADER);
    if (differs || isHidden || at < end || names.has(entry.fileName.toLowerCase()))
      throw new WorkbookRefused("xlsx-damaged");
    names.add(entry.fileName.toLowerCase());
    end = at + 30 + name.length + header.readUInt16LE(28) + entry.compressedSize;
  }
  // What is left is the directory; another archive's entries may stand in front of it.
  if (bytes.subarray(end).includes(LOCAL_HEADER)) throw new WorkbookRefused("xlsx-damaged");
}

/**
 * Our reader expands no entities, and neither format has any of its own: who declares some means other readers harm.
 * @param {Map<string, Buffer>} parts
 */
function checkParts(parts) {
  for (const content of parts.values())
    if (content.includes("<!ENTITY")) throw new WorkbookRefused("xlsx-damaged");
  if (parts.get("META-INF/manifest.xml")?.includes("encryption-data"))
    throw new WorkbookRefused("locked-excel");
  const type = parts.get("mimetype")?.toString("latin1") ?? "";
  if (type !== "" && !/opendocument\.spreadsheet(?:-template)?\s*$/.test(type))
    throw new WorkbookRefused("not-a-table", "open-document");
}
