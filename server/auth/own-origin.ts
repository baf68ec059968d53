import { isLocalMode, siteOrigin } from "@/env";

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/**
 * Does this `Origin` header name our own site? Every write needs it: a missing header, "null" and any other site are
 * refused. A local copy answers to each loopback name, because people type both localhost and 127.0.0.1.
 * @param host the request's Host header; counts in local mode only.
 */
export function isOwnOrigin(origin: string | null, host: string | null): boolean {
  if (!origin) return false;
  if (origin === siteOrigin()) return true;
  return isLocalMode() && host !== null && loopback.test(host) && origin === `http://${host}`;
}
