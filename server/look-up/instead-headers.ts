import type { IncomingHttpHeaders } from "node:http";
import type { Instead } from "@/domain/look-up/problem";

/**
 * How the front server tells the page what to offer for a postcode that nobody has: in headers of the request it hands
 * on to Next, which nobody else sees. In an address they would say nearly where somebody lives.
 */
const NEAREST = "x-look-up-nearest";
const ENDED = "x-look-up-ended";

/** Only we may set them: what a visitor sends under these names is dropped. */
export function dropInstead(headers: IncomingHttpHeaders): void {
  delete headers[NEAREST];
  delete headers[ENDED];
}

export function writeInstead(headers: IncomingHttpHeaders, { nearest = [], ended }: Instead): void {
  headers[NEAREST] = nearest.join(",");
  if (ended !== undefined) headers[ENDED] = ended;
}

/** What `writeInstead` wrote; nothing for a page that was asked for in the usual way. */
export function readInstead(headers: { get(name: string): string | null }): Instead {
  const nearest = headers.get(NEAREST)?.split(",").filter(Boolean) ?? [];
  const ended = headers.get(ENDED);
  return ended === null ? { nearest } : { nearest, ended };
}
