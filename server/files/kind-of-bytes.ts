/** What we take, by how it begins: neither its name nor what a browser calls it counts. */
export type FileFormat = "jpeg" | "png" | "webp" | "pdf";

const BEGINNINGS: readonly [FileFormat, readonly (readonly [at: number, bytes: string])[]][] = [
  ["jpeg", [[0, "\xff\xd8\xff"]]],
  ["png", [[0, "\x89PNG\r\n\x1a\n"]]],
  [
    "webp",
    [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  ],
  ["pdf", [[0, "%PDF-"]]],
];

/** @returns undefined for everything else: SVG, HTML, archives, programs, films. */
export function formatOfBytes(bytes: Buffer): FileFormat | undefined {
  const isAt = ([at, text]: readonly [number, string]) =>
    bytes.subarray(at, at + text.length).toString("latin1") === text;
  return BEGINNINGS.find(([, parts]) => parts.every(isAt))?.[0];
}
