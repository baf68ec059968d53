import type { IncomingMessage } from "node:http";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { LinkError } from "@/server/links/link-error";

/** As much of a body as is read; `isCut` where there was more. */
export type LinkBody = { bytes: Buffer; isCut: boolean };

/**
 * Reads a body up to a number of bytes, as sent and as unpacked, and lets go of the rest: a packed one that grows without end is stopped as one
 * that is sent without end.
 * @throws LinkError; what the network or the unpacking throws.
 */
export async function readBody(response: IncomingMessage, most: number): Promise<LinkBody> {
  const packed = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (packed !== "identity" && packed !== "gzip" && packed !== "x-gzip") throw new LinkError("no-page");
  const sent = Readable.from(upTo(response, most));
  // What goes wrong in the middle of it comes out at its end, where it is read.
  const body = packed === "identity" ? sent : pipeline(sent, createGunzip(), () => undefined);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= most) break;
    }
  } finally {
    response.destroy();
  }
  return { bytes: Buffer.concat(parts).subarray(0, most), isCut: length >= most };
}

async function* upTo(response: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    yield part;
    if (length >= most) return;
  }
}
