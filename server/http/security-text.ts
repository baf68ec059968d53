import type { IncomingMessage, ServerResponse } from "node:http";
import { DAY_MS } from "@/domain/dates/day-ms";

const ADDRESS = "/.well-known/security.txt";
/** RFC 9116 asks for less than a year; it is told anew at every request. */
const GOOD_FOR_DAYS = 180;

type About = { siteOrigin: string; contact: string };

/** Answers /.well-known/security.txt (RFC 9116): where to tell of a weakness. Returns false for every other address. */
export function securityText(about: About, now: () => Date = () => new Date()) {
  return (request: IncomingMessage, response: ServerResponse, pathname: string): boolean => {
    if (pathname !== ADDRESS) return false;
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=86400" };
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : linesOf(about, now()));
    return true;
  };
}

function linesOf({ siteOrigin, contact }: About, now: Date): string {
  const expires = new Date(Math.floor(now.getTime() / DAY_MS + GOOD_FOR_DAYS) * DAY_MS);
  return [
    `Contact: ${/^(https|mailto|tel):/.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: en",
    `Canonical: ${siteOrigin}${ADDRESS}`,
    "",
  ].join("\n");
}
