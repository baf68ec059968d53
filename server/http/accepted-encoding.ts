import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";

/** What we send, the best first: where somebody takes several equally, the first of them is sent. */
const ENCODINGS = ["br", "gzip", "identity"] as const;
export type ContentEncoding = (typeof ENCODINGS)[number];

/** The types of the package are a version behind it: with `preferred`, ours decides among what is taken equally. */
type Preferring = {
  encoding: (
    available: readonly ContentEncoding[],
    options: { preferred: readonly ContentEncoding[] },
  ) => ContentEncoding | undefined;
};

/**
 * The encoding to answer in, by the wishes of who asks (RFC 9110, 12.5.3): named or "*", not refused by a weight of nought, the
 * heaviest first. "identity" for who says nothing, and for who refuses everything: no other answer could be read either.
 */
export function acceptedEncoding(headers: IncomingHttpHeaders): ContentEncoding {
  const accept = headers["accept-encoding"];
  const asked = new Negotiator({
    headers: { "accept-encoding": typeof accept === "string" ? accept : undefined },
  });
  return (asked as Preferring).encoding(ENCODINGS, { preferred: ENCODINGS }) ?? "identity";
}
