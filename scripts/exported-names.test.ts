import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What Next asks every route for by name: it has to be there in each. */
const OF_ROUTES = ["GET", "POST", "dynamic", "generateMetadata", "generateStaticParams"];
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|type|interface|enum) (\w+)/gm;

/** Every name that a file of ours exports, with the files that do. */
function exportedNames(texts: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const [, name = ""] of text.matchAll(EXPORT))
      names.set(name, (names.get(name) ?? new Set()).add(file));
  return names;
}

function exportedTwice(texts: ReadonlyMap<string, string>): string[] {
  return [...exportedNames(texts)].flatMap(([name, files]) =>
    files.size > 1 && !OF_ROUTES.includes(name) ? [`${name}: ${[...files].join(", ")}`] : [],
  );
}

test("a name that is exported means one thing", () => {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"]);
  const files = listed
    .toString()
    .split("\n")
    .filter((file) => file && !/\.(test|spec)\.tsx?$|\.d\.m?ts$/.test(file));
  const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  expect(exportedNames(texts).size).toBeGreaterThan(2000);
  expect(exportedTwice(texts)).toEqual([]);
});

test("two files that export one name are told, whatever it is", () => {
  const texts = new Map([
    ["a.ts", "export type Place = {};\nexport const GET = 1;\nexport async function find() {}"],
    ["b.ts", "export const GET = 1;\n export const Place = 1;"],
    ["c.tsx", "export function Place() {}\nexport const finds = find;"],
  ]);
  expect(exportedTwice(texts)).toEqual(["Place: a.ts, c.tsx"]);
});
