import type { IncomingHttpHeaders } from "node:http";
import { CSP_REPORTS, MAX_REPORT_BYTES } from "./csp-reports";
import { routeKind } from "./route-kind";
import { mayWrite } from "./same-origin";

/** Bytes a form may have. Next's own limit for a server action is that of an upload; everything else is small. */
export const MAX_ACTION_BYTES = 1024 * 1024;
/** The largest file that an import may have, with the fields beside it (domain/imports/upload-limit.ts); next.config.js has it too. */
const MAX_UPLOAD_BYTES = 21 * 1024 * 1024;
const MAX_API_BYTES = 64 * 1024;
const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST"]);

export type RefusedAdmission = {
  status: 400 | 403 | 405 | 411 | 413;
  words: "badRequest" | "forbidden" | "method" | "tooLarge";
};

type Facts = {
  method: string;
  /** As it was sent, with its query. */
  url: string;
  /** Its path, decoded; undefined when it cannot be. */
  pathname: string | undefined;
  headers: Pick<IncomingHttpHeaders, "origin" | "cookie" | "content-length" | "transfer-encoding">;
};

/**
 * Whether a request is let in at all, judged by its first line and headers, before a byte of its body is read.
 * Node holds a body to its Content-Length; one that does not say its length is refused, and no browser sends such a form.
 * @returns why not, or undefined when it may come in.
 */
export function refusalOf(
  { method, url, pathname, headers }: Facts,
  siteOrigin: string,
): RefusedAdmission | undefined {
  // PostgreSQL holds no NUL in a text; no address of ours has one.
  if (pathname === undefined || /%00/.test(url)) return { status: 400, words: "badRequest" };
  // A browser's report of our policy may come without our Origin; it changes nothing.
  const isReport = method === "POST" && pathname === CSP_REPORTS;
  if (!isReport && !mayWrite({ method, origin: headers.origin }, siteOrigin))
    return { status: 403, words: "forbidden" };
  if (!METHODS.has(method) || (method === "POST" && isOnlyRead(pathname)))
    return { status: 405, words: "method" };
  if (headers["transfer-encoding"] !== undefined) return { status: 411, words: "tooLarge" };
  if (Number(headers["content-length"] ?? 0) > limitOf(pathname, headers.cookie))
    return { status: 413, words: "tooLarge" };
  return undefined;
}

/** A part of a file of a report (domain/files/report-file.ts). */
const FILE_PART = /^\/api\/report-files\/[0-9a-f-]{36}$/;

/** Only the pages that take lists, and files of a report, take more, and only from somebody who may (upload-gate.ts): no cookie is no session. */
function limitOf(pathname: string, cookie = ""): number {
  if (pathname === CSP_REPORTS) return MAX_REPORT_BYTES;
  if (FILE_PART.test(pathname)) return MAX_ACTION_BYTES;
  if (pathname.startsWith("/api/")) return MAX_API_BYTES;
  const isUpload =
    (isImportPage(pathname) || REPORT_PAGE.test(pathname)) && cookie.includes("next-auth.session-token=");
  return isUpload ? MAX_UPLOAD_BYTES : MAX_ACTION_BYTES;
}

const REPORT_PAGE = /^(\/cy)?\/reports\/(?:[0-9a-f-]{36}|files)$/;

/** The page that takes lists, from those who may import. */
export function isImportPage(pathname: string): boolean {
  return /^(\/cy)?\/admin\/imports\/new$/.test(pathname);
}

/** Public pages and files take no forms. Next has addresses of its own, for development too, and judges those itself. */
function isOnlyRead(pathname: string): boolean {
  const kind = routeKind(pathname);
  return (kind === "cached" || kind === "file") && !/^\/_(next\/|_nextjs_)/.test(pathname);
}
