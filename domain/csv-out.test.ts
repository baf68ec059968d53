import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "./csv-out";

test("what a spreadsheet would run gets an apostrophe in front; numbers do not", () => {
  expect(toCsv([["=1+1", "+44", "-2.95", "@x", "plain", '=HYPERLINK("a","b")', " x"]])).toBe(
    `'=1+1,'+44,-2.95,'@x,plain,"'=HYPERLINK(""a"",""b"")"," x"\r\n`,
  );
});

test("space or a line end in front does not hide a formula", () => {
  expect(toCsv([[" =1+1", "\n@x", "\u00a0+44", " \t-1+1"]])).toBe(`' =1+1,"'\n@x",'\u00a0+44,' \t-1+1\r\n`);
});

test("a name that begins with a sign is text, not the number or the sum that a spreadsheet takes it for", () => {
  expect(toCsv([["+Vision Ltd", "-Vision Ltd", "+1", "+44 Care", "1-2-1 Care", "-1"]])).toBe(
    "'+Vision Ltd,'-Vision Ltd,'+1,'+44 Care,1-2-1 Care,-1\r\n",
  );
});

/** What chance alone seldom makes: a text of any letters behind what a spreadsheet takes for the beginning of a formula. */
const cellText = fc.oneof(
  fc.string(),
  fc.tuple(fc.constantFrom("=", "+", "-", "@", " +", "\t-"), fc.string()).map((parts) => parts.join("")),
);

test("reads back as it was, but for the apostrophes, and no cell begins like a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cellText, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const back = parse(toCsv(rows), { relax_column_count: true, skip_empty_lines: false }) as string[][];
      for (const [index, cells] of rows.entries()) {
        for (const [at, text] of cells.entries()) {
          const read = back[index]?.[at] ?? "";
          expect([text, `'${text}`]).toContain(read);
          const isNumber = /^-?\d+(\.\d+)?$/.test(read);
          expect(!isNumber && /^\s*[=+\-@]|^[\t\r]/.test(read)).toBe(false);
        }
      }
    }),
  );
});
