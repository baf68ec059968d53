import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { servedFiles } from "./served-files";

it("knows the files of the build and of the public folder, and no other", () => {
  const root = mkdtempSync(join(tmpdir(), "served-"));
  try {
    for (const file of [".next/static/chunks/a.js", ".next/server/secret.js", "public/map/land.json"]) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), "");
    }
    const isServed = servedFiles(root);
    for (const path of ["/_next/static/chunks/a.js", "/map/land.json", "/favicon.ico", "/icon.svg"])
      expect(isServed(path), path).toBe(true);
    for (const path of [
      "/_next/zz1",
      "/zz1.abc",
      "/_next/static/chunks",
      "/_next/server/secret.js",
      "/sitemap.xml",
    ])
      expect(isServed(path), path).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});

it("knows what it can before a build", () => {
  expect(servedFiles(join(tmpdir(), "no-such-folder"))("/favicon.ico")).toBe(true);
});
