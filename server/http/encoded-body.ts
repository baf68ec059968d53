import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { etagOf } from "@/server/http/etag-of";
import { log } from "@/server/log";
import type { ContentEncoding } from "./accepted-encoding";

/** A body with its validator, and compressed as soon as somebody takes it so. */
export type Bodies = {
  plain: Buffer;
  /** Weak: it stands for the body in every encoding. */
  etag: string;
  compressed: Partial<Record<Compressed, Promise<Buffer>>>;
};
type Compressed = Exclude<ContentEncoding, "identity">;

const compress: Record<Compressed, (body: Buffer) => Promise<Buffer>> = {
  // Five is as small as gzip's best and takes no longer; a page is compressed once and sent many times.
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (body) => promisify(gzip)(body),
};

/** Bytes under which compressing saves nothing that a packet would notice. */
const WORTH_IT = 1024;

export function readyBodies(plain: Buffer): Bodies {
  return { plain, etag: `W/${etagOf(plain)}`, compressed: {} };
}

/** The body as it is wished for, and in which encoding it is: small ones are not worth it. */
export async function bodyFor(
  bodies: Bodies,
  encoding: ContentEncoding,
): Promise<{ encoding: Compressed | null; body: Buffer }> {
  if (encoding === "identity" || bodies.plain.length < WORTH_IT)
    return { encoding: null, body: bodies.plain };
  bodies.compressed[encoding] ??= compress[encoding](bodies.plain);
  try {
    return { encoding, body: await bodies.compressed[encoding] };
  } catch (error) {
    log.warn({ err: error }, "A body is sent as it is"); // out of memory: the plain one is there
    delete bodies.compressed[encoding];
    return { encoding: null, body: bodies.plain };
  }
}
