import { describe, expect, it } from "vitest";
import { localeOf, ownPath } from "./own-path";

describe("ownPath", () => {
  it.each([
    ["/", "/"],
    ["/reports", "/reports"],
    ["/cy/reports/new?from=area#top", "/cy/reports/new?from=area#top"],
    ["/reports?next=https://example.org", "/reports?next=https://example.org"],
    ["/apiary", "/apiary"],
  ])("keeps %s", (value, expected) => {
    expect(ownPath(value)).toBe(expected);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/a/..//evil.example",
    "/.//evil.example",
    "/%5C..\\evil",
    "javascript:alert(1)",
    "data:text/html,x",
    " /reports",
    "reports",
    "@evil.example",
    "/api/auth/sign-out",
    "/x/../api/auth",
    `/${"a".repeat(3000)}`,
    "",
    null,
    undefined,
    ["/reports"],
  ])("sends %j to the front page", (value) => {
    expect(ownPath(value)).toBe("/");
  });
});

describe("localeOf", () => {
  it.each([
    ["/cy", "cy"],
    ["/cy/reports", "cy"],
    ["/cy?x=1", "cy"],
    ["/cymru", "en"],
    ["/reports", "en"],
  ] as const)("%s is %s", (path, locale) => {
    expect(localeOf(path)).toBe(locale);
  });
});
