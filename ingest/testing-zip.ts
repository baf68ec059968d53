import * as zlib from "node:zlib";

/**
 * `claims`: the bytes that the archive says an entry unpacks to, where that is not true. `isStreamed`: its sizes stand behind
 * it, as programs write that do not know them before. `unlisted`: the directory does not have it. `local`: its name in front
 * of its bytes, where the directory has another. `flags`: of the format, such as 1 for encrypted.
 */
export type ZipEntry = {
  name: string;
  content: Buffer | string;
  claims?: number | undefined;
  isStreamed?: boolean | undefined;
  unlisted?: boolean;
  local?: string;
  flags?: number;
};

/** For tests: a zip of small files, enough of the format for a reader (APPNOTE 4.3), or one that would do harm. */
export function zipOf(files: Readonly<Record<string, string>> | readonly ZipEntry[]): Buffer {
  const entries = Array.isArray(files)
    ? (files as readonly ZipEntry[])
    : Object.entries(files).map(([name, content]): ZipEntry => ({ name, content }));
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, isStreamed, unlisted, local: localName, flags } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = zlib.deflateRawSync(bytes);
    const path = Buffer.from(name);
    const localPath = Buffer.from(localName ?? name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE((flags ?? 0) | (isStreamed ? 8 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const header = Buffer.from(common);
    header.writeUInt16LE(localPath.length, 22);
    if (isStreamed) header.fill(0, 10, 22);
    const behind = isStreamed
      ? Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), common.subarray(10, 22)])
      : "";
    const local = Buffer.concat([
      Buffer.from("PK\x03\x04", "latin1"),
      header,
      localPath,
      packed,
      Buffer.from(behind),
    ]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    if (!unlisted)
      central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, rest, path]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end]);
}

/** Node has one of its own only since 20.15. */
function crc32(bytes: Buffer): number {
  if (typeof zlib.crc32 === "function") return zlib.crc32(bytes);
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
