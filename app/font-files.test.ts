import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FONT_FILES } from "./font-files";

const packages = ["source-sans-3", "source-serif-4"].map((name) =>
  readFileSync(`node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`),
);

it("asks for the letters of the packages, by the beginning of their hash", () => {
  const hashes = packages.map((file) => createHash("sha256").update(file).digest("hex").slice(0, 8));
  expect(FONT_FILES.map((path) => /-([0-9a-f]{8})\.woff2$/.exec(path)?.[1])).toEqual(hashes);
  for (const [index, path] of FONT_FILES.entries())
    expect(readFileSync(`public${path}`).equals(packages[index] ?? Buffer.alloc(0)), path).toBe(true);
});

it("is what the styles of pages and of the map ask for, so that nothing is fetched twice", () => {
  for (const css of ["app/fonts.css", "components/map/map-fonts.css"]) {
    const text = readFileSync(css, "utf8");
    for (const path of FONT_FILES) expect(text, css).toContain(`url("${path}")`);
    expect(text, css).not.toMatch(/latin-wght-normal\.woff2/);
  }
});
