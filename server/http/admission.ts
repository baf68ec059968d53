import { routeKind } from "./route-kind";
import { mayWrite } from "./same-origin";

/** Bytes a form may have. Next's own limit for a server action is the same; everything else is small. */
const MAX_ACTION_BYTES = 1024 * 1024;
const MAX_API_BYTES = 64 * 1024;
const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST"]);

export type Refused = {
  status: 400 | 403 | 405 | 411 | 413;
  words: "badRequest" | "forbidden" | "method" | "tooLarge";
};

type Facts = {
  method: string;
  /** As it was sent, with its query. */
  url: string;
  /** Its path, decoded; undefined when it cannot be. */
  pathname: string | undefined;
  headers: { origin?: string; "content-length"?: string; "transfer-encoding"?: string };
};

/**
 * Whether a request is let in at all, judged by its first line and headers, before a byte of its body is read.
 * Node holds a body to its Content-Length; one that does not say its length is refused, and no browser sends such a form.
 * @returns why not, or undefined when it may come in.
 */
export function refusalOf(
  { method, url, pathname, headers }: Facts,
  siteOrigin: string,
): Refused | undefined {
  // PostgreSQL holds no NUL in a text; no address of ours has one.
  if (pathname === undefined || /%00/.test(url)) return { status: 400, words: "badRequest" };
  if (!mayWrite({ method, origin: headers.origin }, siteOrigin)) return { status: 403, words: "forbidden" };
  if (!METHODS.has(method) || (method === "POST" && isOnlyRead(pathname)))
    return { status: 405, words: "method" };
  if (headers["transfer-encoding"] !== undefined) return { status: 411, words: "tooLarge" };
  const limit = pathname.startsWith("/api/") ? MAX_API_BYTES : MAX_ACTION_BYTES;
  if (Number(headers["content-length"] ?? 0) > limit) return { status: 413, words: "tooLarge" };
  return undefined;
}

/** Public pages and files take no forms. Next has addresses of its own, for development too, and judges those itself. */
function isOnlyRead(pathname: string): boolean {
  const kind = routeKind(pathname);
  return (kind === "cached" || kind === "file") && !/^\/_(next\/|_nextjs_)/.test(pathname);
}
