import { describe, expect, test } from "vitest";
import { baseHeaders, cachingOf, policyOf, publicPageCaching, type ResponseFacts } from "./response-headers";

const page: ResponseFacts = {
  kind: "cached",
  pathname: "/areas",
  method: "GET",
  status: 200,
  contentType: "text/html; charset=utf-8",
  cacheControl: "s-maxage=31536000",
  scripts: "'sha256-x'",
  nonce: undefined,
};

describe("how long an answer may be kept", () => {
  test.each<[string, Partial<ResponseFacts>, string]>([
    ["a public page: half a minute, by proxies", {}, publicPageCaching],
    ["a public page that Next would not keep", { cacheControl: "private, no-store" }, "private, no-store"],
    ["the answer to a form", { method: "POST" }, "private, no-store"],
    ["a failure", { status: 500 }, "private, no-store"],
    ["a personal page, whatever Next says", { kind: "personal" }, "private, no-store"],
    ["a route handler's own word", { kind: "api", cacheControl: "public, max-age=60" }, "public, max-age=60"],
    ["a route handler that says nothing", { kind: "api", cacheControl: undefined }, "private, no-store"],
    ["a missing file", { kind: "file", status: 404, pathname: "/a.0123456789.js" }, "private, no-store"],
    [
      "a file with a hash in its name",
      { kind: "file", pathname: "/outlines/icb.0123456789ab.json" },
      "public, max-age=31536000, immutable",
    ],
  ])("%s", (_, facts, expected) => {
    expect(cachingOf({ ...page, ...facts })).toBe(expected);
  });

  test("a withdrawn entry leaves a proxy within half a minute", () => {
    const seconds = Number(/s-maxage=(\d+)/.exec(publicPageCaching)?.[1]);
    expect(seconds).toBeLessThanOrEqual(30);
    expect(publicPageCaching).not.toContain("stale-while-revalidate");
  });
});

describe("the policy of an answer", () => {
  const site = { mapbox: false, dev: false, https: true };
  test("a page may run its own scripts: those it was cached with, those of this request", () => {
    expect(policyOf(page, site)).toContain("script-src 'self' 'sha256-x';");
    expect(policyOf({ ...page, nonce: "n" }, site)).toContain("script-src 'self' 'nonce-n' 'sha256-x';");
  });
  test("the map for other people's pages may be framed, and nothing else", () => {
    expect(policyOf({ ...page, pathname: "/embed" }, site)).toContain("frame-ancestors *;");
    for (const pathname of ["/", "/map", "/embed/x", "/cy/embed", "/embedded"])
      expect(policyOf({ ...page, pathname }, site), pathname).toContain("frame-ancestors 'none';");
  });

  test.each(["application/json", "text/x-component", "image/svg+xml", ""])(
    "nothing runs in %s",
    (contentType) => {
      expect(policyOf({ ...page, contentType }, site)).toContain("default-src 'none'");
    },
  );

  test("what people sent in has no origin, whatever a browser takes it for", () => {
    for (const contentType of ["image/jpeg", "application/pdf", "text/html", ""])
      expect(policyOf({ ...page, kind: "api", pathname: "/api/files/x", contentType }, site)).toMatch(
        /^default-src 'none'.*; sandbox$/,
      );
  });

  test("a script of the build may load others of it where it runs as a worker, and connect to nothing", () => {
    const script = {
      ...page,
      kind: "file" as const,
      contentType: "text/javascript",
      pathname: "/_next/static/chunks/a.js",
    };
    expect(policyOf(script, site)).toBe(
      "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(policyOf({ ...script, contentType: "application/javascript; charset=UTF-8" }, site)).toContain(
      "script-src 'self'",
    );
    for (const other of [
      { pathname: "/api/v1/lists/x.js" },
      { status: 404 },
      { contentType: "image/svg+xml" },
    ])
      expect(policyOf({ ...script, ...other }, site)).not.toContain("script-src");
  });

  test("an answer that says the kept page is unchanged never takes the page's policy away", () => {
    const unchanged = { ...page, status: 304, contentType: "" };
    expect(policyOf(unchanged, site)).toContain("script-src 'self' 'sha256-x';");
    expect(policyOf({ ...unchanged, scripts: undefined }, site)).toBeUndefined();
  });
});

test("HSTS is sent by a site on https only", () => {
  expect(baseHeaders({ https: true })["Strict-Transport-Security"]).toContain("max-age=");
  expect(baseHeaders({ https: false })["Strict-Transport-Security"]).toBeUndefined();
});
