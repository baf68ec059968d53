import type { IncomingHttpHeaders } from "node:http";
import type { FoundUnit } from "@/domain/look-up/found-unit";
import type { Alternatives } from "@/domain/look-up/problem";

/**
 * How the front server tells the page what was found of a postcode, or what to offer for one that nobody has: in headers of
 * the request it hands on to Next, which nobody else sees. In an address they would say nearly where somebody lives.
 */
const NEAREST = "x-look-up-nearest";
const ENDED = "x-look-up-ended";
const UNIT = "x-look-up-unit";

/** Only we may set them: what a visitor sends under these names is dropped. */
export function dropAlternatives(headers: IncomingHttpHeaders): void {
  delete headers[NEAREST];
  delete headers[ENDED];
  delete headers[UNIT];
}

/** Escaped, since names have letters that no header may. */
export function writeUnit(headers: IncomingHttpHeaders, unit: FoundUnit): void {
  headers[UNIT] = encodeURIComponent(JSON.stringify(unit));
}

/** What `writeUnit` wrote; null for a page that was asked for in the usual way. */
export function readUnit(headers: { get(name: string): string | null }): FoundUnit | null {
  const written = headers.get(UNIT);
  return written === null ? null : (JSON.parse(decodeURIComponent(written)) as FoundUnit);
}

export function writeAlternatives(headers: IncomingHttpHeaders, { nearest = [], ended }: Alternatives): void {
  headers[NEAREST] = nearest.join(",");
  if (ended !== undefined) headers[ENDED] = ended;
}

/** What `writeAlternatives` wrote; nothing for a page that was asked for in the usual way. */
export function readAlternatives(headers: { get(name: string): string | null }): Alternatives {
  const nearest = headers.get(NEAREST)?.split(",").filter(Boolean) ?? [];
  const ended = headers.get(ENDED);
  return ended === null ? { nearest } : { nearest, ended };
}
