import { type PolicyOptions, pagePolicy, scriptPolicy, strictPolicy } from "./content-security-policy";
import { CSP_REPORTS } from "./csp-reports";
import { isHashedFile, type RouteKind } from "./route-kind";

export type ResponseFacts = {
  kind: RouteKind;
  pathname: string;
  method: string;
  status: number;
  contentType: string;
  /** What Next or a route handler set, if anything. */
  cacheControl: string | undefined;
  /** Hashes of inline scripts that the cached page carries; undefined when it was not cached. */
  scripts: string | undefined;
  /** The nonce this request was given, if it was. */
  nonce: string | undefined;
};

/**
 * Public pages may be kept by a proxy for half a minute and must then be asked for again, and browsers ask every time
 * (an unchanged page costs a 304): an entry that is withdrawn is gone everywhere within 30 seconds.
 */
export const publicPageCaching = "public, max-age=0, s-maxage=30, must-revalidate";
const unchanging = "public, max-age=31536000, immutable";
const notKept = "private, no-store";

/** Headers of every answer, whatever it is. */
export function baseHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Reporting-Endpoints": `csp="${CSP_REPORTS}"`,
    ...(https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** Files that people added to reports. */
const SENT_IN = "/api/files/";

/** The one page that others may show within theirs: nothing on it can be done in anybody's name (app/embed). */
export function isForFrames(pathname: string): boolean {
  return pathname === "/embed";
}

export function cachingOf(facts: ResponseFacts): string {
  const { kind, method, status, cacheControl, pathname } = facts;
  if (method !== "GET" && method !== "HEAD") return notKept;
  if (status >= 500 || kind === "personal") return notKept;
  if (kind === "api") return cacheControl ?? notKept;
  if (kind === "file") {
    if (status >= 400) return notKept;
    return isHashedFile(pathname) ? unchanging : (cacheControl ?? "public, max-age=0");
  }
  const kept = cacheControl !== undefined && !/no-store|no-cache|private/.test(cacheControl);
  return kept ? publicPageCaching : notKept;
}

/**
 * The policy to send, or undefined for none. A browser puts the headers of a 304 over those it has kept, and a 304 has
 * no content type to tell a page by: a strict policy there would switch off the page that the browser already holds.
 */
export function policyOf(facts: ResponseFacts, options: Omit<PolicyOptions, "scripts">): string | undefined {
  // What somebody sent in: whatever a browser takes it for, it has no origin and does nothing.
  if (facts.pathname.startsWith(SENT_IN)) return `${strictPolicy()}; sandbox`;
  if (facts.status === 304 && facts.scripts === undefined) return undefined;
  if (facts.status !== 304 && !facts.contentType.startsWith("text/html"))
    return isOwnScript(facts) ? scriptPolicy() : strictPolicy();
  // A personal address can be answered by a cached page too: the one that says there is nothing here.
  const scripts = [facts.nonce && `'nonce-${facts.nonce}'`, facts.scripts].filter(Boolean).join(" ");
  return pagePolicy({ ...options, scripts, framed: isForFrames(facts.pathname) });
}

/** A script of the build: nothing that anybody sent in can stand under such an address. */
function isOwnScript({ pathname, contentType, status }: ResponseFacts): boolean {
  return (
    status === 200 &&
    pathname.startsWith("/_next/static/") &&
    /^(?:text|application)\/javascript/.test(contentType)
  );
}
