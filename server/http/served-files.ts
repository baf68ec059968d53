import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Made by Next at the build out of `app/`, and asked for by every browser. */
const ICONS = ["/favicon.ico", "/icon.svg"];

/**
 * The files that there are: those of the build and of the public folder, by their addresses. They are read and sent; whatever else looks
 * like a file is worked out like a page (robots.txt, sitemap.xml, and the page that says that there is no such thing).
 */
export function servedFiles(root: string): (pathname: string) => boolean {
  const files = new Set([
    ...ICONS,
    ...filesBelow(join(root, ".next/static"), "/_next/static"),
    ...filesBelow(join(root, "public"), ""),
  ]);
  return (pathname) => files.has(pathname);
}

function filesBelow(folder: string, address: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      ({ parentPath, name }) =>
        `${address}${join(parentPath, name).slice(folder.length).replaceAll("\\", "/")}`,
    );
}
