import { FileRefusal } from "@/ingest/spreadsheet-refusal";

export type Decoded = { text: string; encoding: "utf-8" | "utf-16" | "windows-1252" };

/**
 * Reads bytes as text: UTF-8 with or without a mark, UTF-16 with or without one, else Windows-1252, which Excel in
 * Western Europe still writes.
 * @throws FileRefusal when it is none of these, is cut in the middle of a letter, or is a mixture.
 */
export function decodeText(bytes: Buffer): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: decodeUtf16(bytes, utf16), encoding: "utf-16" };
  const utf8 = strict("utf-8", bytes);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8" };
  const cut = cutLength(bytes);
  if (cut > 0 && /[^\0-\x7f]/.test(strict("utf-8", bytes.subarray(0, bytes.length - cut)) ?? ""))
    throw new FileRefusal("cut-off");
  const text = new TextDecoder("windows-1252").decode(bytes);
  // Bytes that Windows-1252 does not use, and pairs that only UTF-8 makes: two encodings in one file.
  if (/[\u0080-\u009f]/.test(text)) throw new FileRefusal("encoding-unknown");
  if (/Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/.test(text)) throw new FileRefusal("encoding-mixed");
  return { text, encoding: "windows-1252" };
}

function strict(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding: the caller tries the next
  }
}

/** UTF-16 by its mark, or by the zero bytes that Latin letters have in it. */
function utf16Of(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.6 && odd < half * 0.1) return "utf-16be";
  return null;
}

function decodeUtf16(bytes: Buffer, encoding: "utf-16le" | "utf-16be"): string {
  if (bytes.length % 2 === 1) throw new FileRefusal("cut-off");
  const text = strict(encoding, bytes);
  if (text === null) throw new FileRefusal("encoding-unknown");
  return text;
}

/** How many bytes at the end begin a letter of UTF-8 that is not all there; 0 where none do. */
function cutLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? back : 0;
  }
  return 0;
}
