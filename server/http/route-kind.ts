/**
 * What an address is, judged by its path alone.
 * - `cached`: public pages, the same for everybody, kept in memory and by proxies
 * - `personal`: depends on who asks (or on the query), never kept
 * - `file`: hashed or public files; - `api`: route handlers, which set their own caching
 */
export type RouteKind = "cached" | "personal" | "file" | "api";

/** First segments (after an optional /cy and a definition) of pages that read the session or the query. */
export const personalSegments = [
  "sign-in",
  "sign-out",
  "account",
  "complaints",
  "reports",
  "leads",
  "tips",
  "to-do",
  "moderation",
  "admin",
  "outbox",
  "search",
  "look-up",
] as const;

/** The page of the map reads its query; what lies below its address are the map's files. */
const MAP_PAGE = "map/?$";
const personal = new RegExp(
  `^(?:/(?:cy|en))?(?:/counting/[^/]+)?/(?:${MAP_PAGE}|(?:${personalSegments.join("|")})(?:/|$))`,
);

/** Addresses of pages, whatever stands in them: a dot makes no file of one, and Next would be asked to draw it. */
const page = /^\/(?:cy|en|areas|near|places|providers|services|counting|coverage|data|about)\//;

export function routeKind(pathname: string): RouteKind {
  if (pathname.startsWith("/api/") || pathname === "/api") return "api";
  if (pathname.startsWith("/_next/")) return "file";
  if (personal.test(pathname)) return "personal";
  return /\.[a-z0-9]+$/i.test(pathname) && !page.test(pathname) ? "file" : "cached";
}

/** Files whose name carries a hash of their content never change. */
export function isHashedFile(pathname: string): boolean {
  return /[.-][0-9a-f]{8,64}\.[a-z0-9.]+$/.test(pathname);
}
