import { FileRefusal } from "@/ingest/spreadsheet-refusal";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes that are turned into text at a time. */
const CHUNK = 64 * 1024;

/**
 * In what encoding bytes are text: UTF-8 with or without a mark, UTF-16 with or without one, else Windows-1252, which
 * Excel in Western Europe still writes. All bytes are looked at and no text is kept.
 * @throws FileRefusal when it is none of these, is cut in the middle of a letter, or is a mixture.
 */
export function encodingOf(bytes: Buffer): TextEncoding {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    if (bytes.length % 2 === 1) throw new FileRefusal("cut-off");
    if (!reads(bytes, utf16)) throw new FileRefusal("encoding-unknown");
    return utf16;
  }
  if (reads(bytes, "utf-8")) return "utf-8";
  const cut = cutLength(bytes);
  const whole = bytes.subarray(0, bytes.length - cut);
  if (cut > 0 && whole.some((byte) => byte > 0x7f) && reads(whole, "utf-8")) throw new FileRefusal("cut-off");
  // A pair of letters may stand on both sides of where two pieces meet.
  let last = "";
  for (const text of textChunks(bytes, "windows-1252")) {
    // Bytes that Windows-1252 does not use, and pairs that only UTF-8 makes: two encodings in one file.
    if (/[\u0080-\u009f]/.test(text)) throw new FileRefusal("encoding-unknown");
    if (/Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/.test(last + text))
      throw new FileRefusal("encoding-mixed");
    last = text.slice(-1);
  }
  return "windows-1252";
}

/** The text of the bytes, piece by piece and without a mark at its beginning; no letter is cut. */
export function* textChunks(bytes: Buffer, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += CHUNK)
    yield decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true });
  yield decoder.decode();
}

function reads(bytes: Buffer, encoding: TextEncoding): boolean {
  try {
    for (const _ of textChunks(bytes, encoding));
    return true;
  } catch {
    return false; // not this encoding: the caller tries the next
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
