import { crc32, deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";

/** What must be in nothing that is stored. */
export const SECRET = "SECRET-54.8925N-2.9329W";
export type Hostile = readonly [what: string, bytes: Buffer];

const b = (text: string) => Buffer.from(text, "latin1");
const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n >>> 0);
  return bytes;
};

/** A small picture with something in it, so that what is cut off is missed. */
export async function smallPictures(): Promise<{ jpeg: Buffer; png: Buffer; webp: Buffer }> {
  const raw = Buffer.alloc(96 * 64 * 3);
  for (let at = 0; at < raw.length; at++) raw[at] = (at * 7919) % 251;
  const picture = () => sharp(raw, { raw: { width: 96, height: 64, channels: 3 } });
  const [jpeg, png, webp] = await Promise.all([
    picture().jpeg().toBuffer(),
    picture().png().toBuffer(),
    picture().webp().toBuffer(),
  ]);
  return { jpeg, png, webp };
}

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
const inJpeg = (jpeg: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** A TIFF of one field, as EXIF has it: the artist, or the way the camera was held. */
function exif(): Buffer {
  const text = Buffer.concat([b(SECRET), Buffer.alloc(1)]);
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value]);
  const fields = [
    entry(0x0112, 3, 1, Buffer.concat([u16(6), u16(0)])),
    entry(0x013b, 2, text.length, u32(8 + 2 + 24 + 4)),
  ];
  return Buffer.concat([b("MM\0*"), u32(8), u16(2), ...fields, u32(0), text]);
}

export function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([b(type), content]);
  return Buffer.concat([u32(content.length), typed, u32(crc32(typed))]);
}
const inPng = (png: Buffer, ...chunks: Buffer[]) =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

function inWebp(webp: Buffer, type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const body = Buffer.concat([webp.subarray(8), b(type), size, content, Buffer.alloc(content.length % 2)]);
  const all = Buffer.alloc(4);
  all.writeUInt32LE(body.length);
  return Buffer.concat([b("RIFF"), all, body]);
}

const XMP = b(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description dc:creator="${SECRET}"/></x:xmpmeta>`);
const BEHIND: readonly Hostile[] = [
  ["a page", b(`<html><script>alert("${SECRET}")</script>`)],
  ["a program", b(`<?php system("${SECRET}"); ?>`)],
  ["an archive", b(`PK\x03\x04\x14\0\0\0\0\0${SECRET}PK\x05\x06`)],
  ["a document", b(`%PDF-1.7 ${SECRET} %%EOF`)],
  ["a drawing", b(`<svg xmlns="http://www.w3.org/2000/svg" onload="${SECRET}"/>`)],
];

/** Pictures that are pictures and carry something else beside. */
export function carriers({ jpeg, png, webp }: Awaited<ReturnType<typeof smallPictures>>): Hostile[] {
  const text = b(`Comment\0${SECRET}`);
  const jpegs: Hostile[] = [
    ["EXIF", inJpeg(jpeg, segment(0xe1, Buffer.concat([b("Exif\0\0"), exif()])))],
    ["XMP", inJpeg(jpeg, segment(0xe1, Buffer.concat([b("http://ns.adobe.com/xap/1.0/\0"), XMP])))],
    [
      "IPTC",
      inJpeg(
        jpeg,
        segment(0xed, b(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20\x1c\x02\x50\0\x17${SECRET}`)),
      ),
    ],
    ["a comment", inJpeg(jpeg, segment(0xfe, text))],
    ["a comment that is a program", inJpeg(jpeg, segment(0xfe, b(`*/=1;alert("${SECRET}");/*`)))],
    ...[0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xef].map(
      (marker): Hostile => [
        `a segment ${marker.toString(16)}`,
        inJpeg(jpeg, segment(marker, b(`Own\0${SECRET}`))),
      ],
    ),
    ["twenty comments", inJpeg(jpeg, ...Array.from({ length: 20 }, () => segment(0xfe, text)))],
  ];
  const pngs: Hostile[] = [
    ["tEXt", inPng(png, chunk("tEXt", text))],
    ["zTXt", inPng(png, chunk("zTXt", Buffer.concat([b("Comment\0\0"), deflateSync(b(SECRET))])))],
    ["iTXt", inPng(png, chunk("iTXt", Buffer.concat([b("XML:com.adobe.xmp\0\0\0\0\0"), XMP])))],
    ["eXIf", inPng(png, chunk("eXIf", exif()))],
    ["a chunk of its own", inPng(png, chunk("prVt", b(SECRET)))],
    ["a time", inPng(png, chunk("tIME", Buffer.from([7, 234, 1, 1, 1, 1, 1])), chunk("tEXt", text))],
  ];
  const webps: Hostile[] = [
    ["EXIF", inWebp(webp, "EXIF", exif())],
    ["XMP", inWebp(webp, "XMP ", XMP)],
    ["a chunk of its own", inWebp(webp, "prvt", b(SECRET))],
  ];
  const behind = (name: string, bytes: Buffer) =>
    BEHIND.map(([what, more]): Hostile => [`${name} with ${what} behind it`, Buffer.concat([bytes, more])]);
  const named = (name: string, list: Hostile[]) =>
    list.map(([what, bytes]): Hostile => [`${name} with ${what}`, bytes]);
  return [
    ...named("JPEG", jpegs),
    ...named("PNG", pngs),
    ...named("WebP", webps),
    ...behind("JPEG", jpeg),
    ...behind("PNG", png),
    ...behind("WebP", webp),
  ];
}

/** What is neither of the four kinds, whatever it is called. */
export function otherKinds(jpeg: Buffer): Hostile[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  const ftyp = (brand: string) => Buffer.concat([u32(24), b(`ftyp${brand}\0\0\0\0mif1${brand}`)]);
  const texts: [string, string][] = [
    ["SVG", svg],
    ["SVG with a prolog", `<?xml version="1.0"?>${svg}`],
    ["SVG with a mark", `\xef\xbb\xbf${svg}`],
    ["SVG after spaces", `\n\n  ${svg}`],
    ["SVG with an entity", `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg}`],
    ["SVG that loads", `<svg><image href="http://127.0.0.1/"/></svg>`],
    ["HTML", "<!doctype html><script>alert(1)</script>"],
    ["HTML in small", "<html>"],
    ["XML", "<?xml version='1.0'?><a/>"],
    ["a script", "#!/bin/sh\nid"],
    ["PHP", "<?php phpinfo();"],
    ["JavaScript", "alert(1)"],
    ["GIF", "GIF89a\x01\0\x01\0\0\0\0;"],
    ["an old GIF", "GIF87a\x01\0\x01\0"],
    ["GIF and JavaScript", "GIF89a=1;alert(1)"],
    ["BMP", `BM${"\0".repeat(60)}`],
    ["TIFF", "II*\0\x08\0\0\0"],
    ["TIFF the other way", "MM\0*\0\0\0\x08"],
    ["big TIFF", "II+\0\x08\0\0\0"],
    ["an icon", "\0\0\x01\0\x01\0\x10\x10"],
    ["ZIP", "PK\x03\x04\x14\0"],
    ["an empty ZIP", "PK\x05\x06\0\0"],
    ["RAR", "Rar!\x1a\x07\x01\0"],
    ["7z", "7z\xbc\xaf\x27\x1c"],
    ["a program of Windows", "MZ\x90\0"],
    ["a program of Linux", "\x7fELF\x02\x01"],
    ["of Java", "\xca\xfe\xba\xbe"],
    ["of Macs", "\xcf\xfa\xed\xfe"],
    ["PostScript", "%!PS-Adobe-3.0"],
    ["EPS", "\xc5\xd0\xd3\xc6"],
    ["RTF", "{\\rtf1"],
    ["an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ["MP3", "ID3\x03"],
    ["Ogg", "OggS"],
    ["WAV", "RIFF\0\0\0\0WAVEfmt "],
    ["AVI", "RIFF\0\0\0\0AVI LIST"],
    ["Matroska", "\x1a\x45\xdf\xa3"],
    ["Flash", "CWS\x09"],
    ["JPEG 2000", "\0\0\0\x0cjP  \r\n\x87\n"],
    ["JPEG XL", "\xff\x0a\0\0"],
    ["JPEG XL in a box", "\0\0\0\x0cJXL \r\n\x87\n"],
    ["Photoshop", "8BPS\0\x01"],
    ["FITS", "SIMPLE  =                    T"],
    ["OpenEXR", "v/1\x01\x02\0\0\0"],
    ["PPM", "P6\n1 1\n255\n\0\0\0"],
    ["MVG", "push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1'"],
    ["a line before a PDF", "\n%PDF-1.7\n%%EOF"],
    ["a page before a PDF", "<script>alert(1)</script>%PDF-1.7\n%%EOF"],
    ["half a PDF's name", "%PD"],
    ["text", "hello"],
    ["zeros", "\0".repeat(64)],
  ];
  return [
    ...texts.map(([what, text]): Hostile => [what, b(text)]),
    ["HEIC", ftyp("heic")],
    ["AVIF", ftyp("avif")],
    ["MP4", ftyp("isom")],
    ["a packed SVG", gzipSync(svg)],
    ["a space before a JPEG", Buffer.concat([b(" "), jpeg])],
  ];
}

/** A PNG whose header says how large it is, whatever follows. */
export function pngOf(width: number, height: number, body: Buffer = deflateSync(Buffer.alloc(64))): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([1, 0, 0, 0, 0])]);
  return Buffer.concat([
    b("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", header),
    chunk("IDAT", body),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A JPEG that says it is larger than it is. */
export function swollenJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const swollen = Buffer.from(jpeg);
  const start = swollen.indexOf(Buffer.from([0xff, 0xc0]));
  swollen.writeUInt16BE(height, start + 5);
  swollen.writeUInt16BE(width, start + 7);
  return swollen;
}

/** A WebP of the extended kind that says it is so large. */
export function webpOf(width: number, height: number): Buffer {
  const extended = Buffer.alloc(10);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([b("WEBPVP8X"), Buffer.from([10, 0, 0, 0]), extended]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([b("RIFF"), size, body]);
}
