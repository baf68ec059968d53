import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FONT_FILES } from "./font-files";

const packages = [
  "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
].map((file) => readFileSync(`node_modules/${file}`));

it("asks for the letters of the packages, by the beginning of their hash", () => {
  const hashes = packages.map((file) => createHash("sha256").update(file).digest("hex").slice(0, 8));
  expect(FONT_FILES.map((path) => /-([0-9a-f]{8})\.woff2$/.exec(path)?.[1])).toEqual(hashes);
  for (const [index, path] of FONT_FILES.entries())
    expect(readFileSync(`public${path}`).equals(packages[index] ?? Buffer.alloc(0)), path).toBe(true);
});

it("is light: every first visit waits for both", () => {
  expect(packages.reduce((sum, file) => sum + file.byteLength, 0)).toBeLessThan(52_000);
});

it("is what the styles of pages ask for, so that nothing is fetched twice", () => {
  const text = readFileSync("app/fonts.css", "utf8");
  for (const path of FONT_FILES) expect(text).toContain(`url("${path}")`);
  expect(text).not.toMatch(/-latin-(wght|600)-normal\.woff2/);
});

it("is all that the map draws names with, in families that its styles declare", () => {
  const declared = readFileSync("components/map/map-fonts.css", "utf8");
  const latin = [...declared.matchAll(/url\("([^"]+)"\)/g)].flatMap(([, url = ""]) =>
    url.includes("latin-ext") ? [] : [url],
  );
  expect(new Set(latin)).toEqual(new Set([FONT_FILES[0]]));
  const style = readFileSync("components/map/base-style.ts", "utf8");
  const asked = [...style.matchAll(/"text-font": \["([^"]+)"\]/g)].map(([, family]) => family);
  expect(asked.length).toBeGreaterThan(3);
  for (const family of asked) expect(declared).toContain(`font-family: "${family}"`);
});
