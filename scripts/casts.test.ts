import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

/** Of a thousand lines. */
const MOST = 3;

/** The casts of a file: what is said to be of another type and not looked at. `as const` is none. */
function castsIn(file: string, text: string): string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found: string[] = [];
  const look = (node: ts.Node) => {
    if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type))
      found.push(`${file}: as ${node.type.getText(source)}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test("less than three in a thousand lines of source are casts, and few of those are through unknown", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"])
    .toString()
    .split("\n")
    .filter((file) => /^(?:app|components|db|domain|ingest|scripts|server)\/|^[^/]+\.ts$/.test(file))
    .filter((file) => !/\.test\.|testing|\.d\.ts$/.test(file));
  const texts = files.map((file) => [file, readFileSync(file, "utf8")] as const);
  const lines = texts.reduce((sum, [, text]) => sum + text.split("\n").length - 1, 0);
  const casts = texts.flatMap(([file, text]) => (/\bas\b/.test(text) ? castsIn(file, text) : []));
  expect(casts.length / (lines / 1000)).toBeLessThan(MOST);
  expect(casts.filter((cast) => cast.endsWith("as unknown")).length).toBeLessThanOrEqual(THROUGH_UNKNOWN);
});

/** Each stands where a library's types and ours cannot be told to agree; not to become more. */
const THROUGH_UNKNOWN = 13;

test("what is a cast", () => {
  const text = 'import { a as b } from "c"; const d = [1] as const; const e = d as unknown as string;';
  expect(castsIn("one.ts", text)).toEqual(["one.ts: as string", "one.ts: as unknown"]);
  expect(castsIn("one.tsx", "<A b={c as D} />")).toEqual(["one.tsx: as D"]);
});
