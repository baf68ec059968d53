import type { IncomingMessage, ServerResponse } from "node:http";
import { splitCountingPath } from "@/domain/figures/counting-path";
import { withoutLocale } from "@/domain/language/locale";
import { passesForPostcode } from "@/domain/look-up/near-postcode";
import { readMapAddress, writeMapAddress } from "@/domain/map/map-address";
import { POSTCODE_NOTICE } from "@/domain/map/postcode-notice";

/**
 * Without scripts the map's form is a plain GET, so a postcode that was typed into it stands in the address. The answer is the
 * map without it, at once: no page under that address, and none in the browser's history. Returns false, having done nothing,
 * for every other address.
 */
export function mapRedirects(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const location = mapRedirect(request.url ?? "");
  if (location === undefined) return false;
  response.setHeader("Location", location);
  response.writeHead(303).end();
  return true;
}

/** @param url path and query as they were sent. @returns where to send the reader instead, if anywhere. */
export function mapRedirect(url: string): string | undefined {
  const [path = "", ...rest] = url.split("?");
  if (rest.length === 0 || splitCountingPath(withoutLocale(path)).path !== "/map") return undefined;
  const asked = readMapAddress(`?${rest.join("?")}`);
  const hasPostcode = [asked.q, asked.where].map((typed) => passesForPostcode(typed ?? ""));
  if (!hasPostcode.includes(true)) return undefined;
  const [inNames, inAreas] = hasPostcode;
  const query = writeMapAddress({
    ...asked,
    q: inNames ? null : asked.q,
    where: inAreas ? null : asked.where,
  });
  const notice = `${POSTCODE_NOTICE.key}=${POSTCODE_NOTICE.value}`;
  return `${path}${query === "" ? "?" : `${query}&`}${notice}`;
}
