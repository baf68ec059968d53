import { describe, expect, test } from "vitest";
import { refusalOf } from "./admission";

const site = "https://map.example";
const read = { method: "GET", url: "/areas", pathname: "/areas", headers: {} };
const upload = {
  method: "POST",
  url: "/admin/imports/new",
  pathname: "/admin/imports/new",
  headers: { origin: site, cookie: "next-auth.session-token=abc", "content-length": "22020096" },
};
const ID = "0c8a1c1e-7d52-4c55-9f4e-1a2b3c4d5e6f";
const REPORT = `/cy/reports/${ID}`;
const PART = `/api/report-files/${ID}`;
const write = { method: "POST", url: "/reports/new", pathname: "/reports/new", headers: { origin: site } };

describe("what is let in", () => {
  test.each([
    ["a page", read],
    [
      "a browser's report of our policy, from no origin",
      { ...write, pathname: "/api/csp-reports", headers: { origin: "null", "content-length": "16384" } },
    ],
    ["the tools of development", { ...write, pathname: "/__nextjs_original-stack-frames" }],
    ["a list of ten megabytes from somebody who is signed in", upload],
    ["files of a report from somebody who is signed in", { ...upload, pathname: REPORT }],
    ["files of a report that is not sent yet", { ...upload, pathname: "/reports/files" }],
    ["a part of a file", { ...write, pathname: PART, headers: { origin: site, "content-length": "262144" } }],
    ["a form of ours", { ...write, headers: { origin: site, "content-length": "1048576" } }],
    [
      "a form of ours for a route",
      { ...write, pathname: "/api/look-up", headers: { origin: site, "content-length": "65536" } },
    ],
  ])("%s", (_, facts) => {
    expect(refusalOf(facts, site)).toBeUndefined();
  });

  test.each([
    ["an address that cannot be decoded", { ...read, pathname: undefined }, 400],
    ["an address with a NUL in its path", { ...read, url: "/services/a%00b" }, 400],
    ["an address with a NUL in its query", { ...read, url: "/reports/new?place=%00" }, 400],
    ["a form of another site", { ...write, headers: { origin: "https://evil.example" } }, 403],
    ["a method that nothing here has", { ...write, method: "PUT" }, 405],
    ["a write to a public page", { ...write, pathname: "/areas/constituency/carlisle" }, 405],
    ["a write to the front page", { ...write, pathname: "/cy" }, 405],
    ["a write to a file", { ...write, pathname: "/robots.txt" }, 405],
    ["a trace", { ...write, method: "TRACE" }, 405],
    [
      "a form without its length",
      { ...write, headers: { origin: site, "transfer-encoding": "chunked" } },
      411,
    ],
    [
      "a long report of our policy",
      { ...write, pathname: "/api/csp-reports", headers: { "content-length": "16385" } },
      413,
    ],
    ["a longer list", { ...upload, headers: { ...upload.headers, "content-length": "22020097" } }, 413],
    ["a list from a stranger", { ...upload, headers: { ...upload.headers, cookie: "a=b" } }, 413],
    [
      "files from a stranger",
      { ...upload, pathname: REPORT, headers: { ...upload.headers, cookie: "a=b" } },
      413,
    ],
    ["files for another page of a report", { ...upload, pathname: `${REPORT}/x` }, 413],
    [
      "too large a part",
      { ...write, pathname: PART, headers: { origin: site, "content-length": "1048577" } },
      413,
    ],
    ["a list for another page", { ...upload, pathname: "/admin/imports" }, 413],
    ["a form of over a megabyte", { ...write, headers: { origin: site, "content-length": "1048577" } }, 413],
    [
      "a long look-up",
      { ...write, pathname: "/api/look-up", headers: { origin: site, "content-length": "65537" } },
      413,
    ],
  ])("not %s", (_, facts, status) => {
    expect(refusalOf(facts, site)?.status).toBe(status);
  });
});
