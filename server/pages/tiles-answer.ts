import { open } from "node:fs/promises";

/** A tile or a directory of an archive is some kilobytes; more than this at once is somebody who copies the file. */
const MOST_BYTES = 4_000_000;
const RANGE = /^bytes=(\d{1,15})-(\d{1,15})$/;

/**
 * A piece of the archive of tiles that lies on this machine, as readers of PMTiles ask for it: always with a range.
 * @param path of the file, or null where none is set
 */
export async function tilesAnswer(path: string | null, range: string | null): Promise<Response> {
  if (path === null) return new Response(null, { status: 404 });
  const [, first, last] = RANGE.exec(range ?? "") ?? [];
  const file = await open(path, "r");
  try {
    const { size, mtimeMs } = await file.stat();
    const from = Number(first);
    const to = Math.min(Number(last), size - 1);
    // Also for what is no range at all: then both are NaN.
    if (!(from <= to && to - from < MOST_BYTES))
      return new Response(null, { status: 416, headers: { "content-range": `bytes */${size}` } });
    const bytes = new Uint8Array(to - from + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return new Response(bytes.subarray(0, bytesRead), {
      status: 206,
      headers: {
        "content-type": "application/octet-stream",
        "content-range": `bytes ${from}-${from + bytesRead - 1}/${size}`,
        "accept-ranges": "bytes",
        // Readers ask anew when it changes, which is when the file was replaced.
        etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
        "cache-control": "public, max-age=3600, no-transform",
      },
    });
  } finally {
    await file.close();
  }
}
