import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isHashedFile, personalSegments, routeKind } from "./route-kind";

describe("an address is judged by its path", () => {
  test.each([
    ["/", "cached"],
    ["/cy", "cached"],
    ["/areas/constituency/carlisle", "cached"],
    ["/cy/services/a-b", "cached"],
    ["/reportsx", "cached"],
    ["/counting/charity_university/areas", "cached"],
    ["/counting/companies-by-type/search", "personal"],
    ["/cy/counting/companies-by-type/look-up", "personal"],
    ["/map", "personal"],
    ["/cy/counting/companies-by-type/map", "personal"],
    ["/maps", "cached"],
    ["/api/v1/map/config", "api"],
    ["/apiary", "cached"],
    ["/_next/static/chunks/a.js", "file"],
    ["/robots.txt", "file"],
    ["/map/base/land.json", "file"],
  ])("%s is %s", (path, kind) => {
    expect(routeKind(path)).toBe(kind);
  });

  test.each(personalSegments.flatMap((name) => [`/${name}`, `/cy/${name}`, `/${name}/a.b/c`]))(
    "%s is personal",
    (path) => {
      expect(routeKind(path)).toBe("personal");
    },
  );
});

test("a hash in the name makes a file eternal", () => {
  expect(isHashedFile("/outlines/icb.0123456789ab.json")).toBe(true);
  expect(isHashedFile("/map/land.json")).toBe(false);
  expect(isHashedFile("/services/deadbeef")).toBe(false);
});

describe("every page that reads the query or the session is known to be personal, and no other is", () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("page.tsx"),
  );

  test.each(pages)("%s", (name) => {
    const source = readFileSync(`app/${name}`, "utf8");
    const asks = /\bsearchParams\b|force-dynamic|server\/auth\/|next\/headers/.test(source);
    const address = `/${name.replace(/\(\w+\)\/|\[locale\]\/|\/?page\.tsx$/g, "").replace(/\[.*?\]/g, "x")}`;
    expect(routeKind(address)).toBe(
      asks || /^\/(sign-in|reports|moderation|admin|account|outbox)/.test(address) ? "personal" : "cached",
    );
  });

  const below = pages.filter((name) => /\]\/page\.tsx$/.test(name) && !name.includes("[...rest]"));
  test.each(below)("a dot in an address does not make a file of %s, which would not be counted", (name) => {
    const address = `/${name.replace(/\(\w+\)\/|\[locale\]\/|\/?page\.tsx$/g, "").replace(/\[.*?\]/g, "x.y")}`;
    for (const locale of ["", "/en", "/cy"]) expect(routeKind(`${locale}${address}`)).not.toBe("file");
  });
});
