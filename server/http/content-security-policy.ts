/** The Content-Security-Policy of every kind of answer. No `unsafe-inline` anywhere but in `npm run dev`. */

import { CSP_REPORTS } from "./csp-reports";

export type PolicyOptions = {
  /** Sources for script-src beside 'self': hashes of a cached page or the nonce of a fresh one. */
  scripts?: string;
  /** Whether pages may load a Mapbox style (MAPBOX_TOKEN is set). */
  mapbox: boolean;
  /** Origins of the ground that a deployer chose for the map (MAP_STYLE_URL, MAP_TILES). */
  mapOrigins?: readonly string[];
  /** Whether Next's development server must be able to evaluate code and refresh. */
  dev: boolean;
  /** Whether the site itself is on https. */
  https: boolean;
  /** Whether any page may show this one in a frame. */
  framed?: boolean;
};

const mapboxHosts = "https://api.mapbox.com https://events.mapbox.com https://*.tiles.mapbox.com";

/** For pages: their own files, the scripts named in `scripts`, blobs for the map's worker and images. */
export function pagePolicy(options: PolicyOptions): string {
  const { scripts, mapbox, mapOrigins = [], dev, https, framed = false } = options;
  const ofMap = joined(mapbox && mapboxHosts, mapOrigins.join(" "));
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": dev ? "'self' 'unsafe-inline' 'unsafe-eval'" : joined("'self'", scripts),
    "style-src": dev ? "'self' 'unsafe-inline'" : "'self'",
    "img-src": joined("'self' data: blob:", ofMap),
    "font-src": "'self'",
    "connect-src": joined("'self'", ofMap, dev && "ws:"),
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": framed ? "*" : "'none'",
    // The first is for browsers that do not know the second, which names an endpoint of the header Reporting-Endpoints.
    "report-uri": CSP_REPORTS,
    "report-to": "csp",
  };
  return serialise(directives, https && !dev);
}

/** For everything that is not a page of ours: nothing in it may run or load. */
export function strictPolicy(): string {
  return serialise(
    { "default-src": "'none'", "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'" },
    false,
  );
}

/**
 * For our own scripts: the policy of a worker is that of its file, and the bundler's loads its parts from beside it. It may connect to
 * nothing, like the map library's.
 */
export function scriptPolicy(): string {
  return serialise(
    {
      "default-src": "'none'",
      "script-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    },
    false,
  );
}

function joined(...sources: (string | false | undefined)[]): string {
  return sources.filter(Boolean).join(" ");
}

function serialise(directives: Record<string, string>, upgrade: boolean): string {
  const parts = Object.entries(directives).map(([name, value]) => `${name} ${value}`);
  return [...parts, ...(upgrade ? ["upgrade-insecure-requests"] : [])].join("; ");
}
