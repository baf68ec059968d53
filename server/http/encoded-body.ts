import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { log } from "@/server/log";

/** A body with its validator, and compressed as soon as somebody takes it so. */
export type Bodies = {
  plain: Buffer;
  /** Weak: it stands for the body in every encoding. */
  etag: string;
  compressed: Partial<Record<Encoding, Promise<Buffer>>>;
};
type Encoding = "br" | "gzip";

const compress: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
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
  const hash = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  return { plain, etag: `W/"${hash}"`, compressed: {} };
}

/** The body in the smallest encoding that the header accepts. */
export async function bodyFor(
  bodies: Bodies,
  accepted: string | string[] | undefined,
): Promise<{ encoding: Encoding | null; body: Buffer }> {
  const encoding = (["br", "gzip"] as const).find((one) => accepts(String(accepted ?? ""), one));
  if (!encoding || bodies.plain.length < WORTH_IT) return { encoding: null, body: bodies.plain };
  bodies.compressed[encoding] ??= compress[encoding](bodies.plain);
  try {
    return { encoding, body: await bodies.compressed[encoding] };
  } catch (error) {
    log.warn({ err: error }, "A body is sent as it is"); // out of memory: the plain one is there
    delete bodies.compressed[encoding];
    return { encoding: null, body: bodies.plain };
  }
}

/** RFC 9110, 12.5.3, as far as browsers use it: named, and not with a weight of nought. */
function accepts(header: string, encoding: Encoding): boolean {
  return header.split(",").some((part) => {
    const [name, ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    return name === encoding && !parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
  });
}

/** RFC 9110, 13.1.2: a list of validators, weak or strong, or a star. */
export function isFresh(header: string | undefined, etag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, "");
  return header === "*" || (header ?? "").split(",").some((known) => bare(known) === bare(etag));
}
