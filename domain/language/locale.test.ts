import { describe, expect, it } from "vitest";
import { isLocale, localPath, withoutLocale } from "./locale";

describe("localPath", () => {
  it.each([
    ["en", "/", "/"],
    ["cy", "/", "/cy"],
    ["en", "/areas/council/cumberland", "/areas/council/cumberland"],
    ["cy", "/areas/council/cumberland", "/cy/areas/council/cumberland"],
    ["cy", "/search?q=ysgol#list", "/cy/search?q=ysgol#list"],
    ["cy", "/?service=x", "/cy?service=x"],
  ] as const)("%s %s is %s", (locale, path, expected) => {
    expect(localPath(locale, path)).toBe(expected);
  });
});

describe("withoutLocale", () => {
  it.each([
    ["/cy", "/"],
    ["/en", "/"],
    ["/", "/"],
    ["/cy/areas", "/areas"],
    ["/en/areas", "/areas"],
    ["/areas", "/areas"],
    ["/cymru", "/cymru"],
    ["/england", "/england"],
  ])("%s is %s", (path, expected) => {
    expect(withoutLocale(path)).toBe(expected);
  });
});

it("knows its languages and no others", () => {
  expect(["en", "cy", "fr", "", undefined].map(isLocale)).toEqual([true, true, false, false, false]);
});
