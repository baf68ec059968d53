import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * A section's heading has the id of the section with "-title" behind it. A box of a form with that id had no name of its own: its label was the
 * heading's, for whoever listens to the page and for whoever taps the label.
 */
function clashesIn(source: string): string[] {
  const sections = [...source.matchAll(/<Section\b[^>]*?\bid="([^"]+)"/g)].map(([, id]) => `${id}-title`);
  const others = [...source.matchAll(/\bid(?:: |=)"([^"]+-title)"/g)].map(([, id]) => id);
  return sections.filter((id) => others.includes(id));
}

test("no box of a form has the id of a section's heading", () => {
  expect(clashesIn('<Section id="a" /><X fields={[{ id: "a-title" }]} />')).toEqual(["a-title"]);
  const files = execFileSync("git", ["ls-files", "*.tsx"], { encoding: "utf8" }).trim().split("\n");
  const clashes = files.flatMap((file) =>
    clashesIn(readFileSync(file, "utf8")).map((id) => `${file}: ${id}`),
  );
  expect(clashes).toEqual([]);
});
