import { expect, test } from "vitest";
import type { FileRefusalCode } from "@/ingest/spreadsheet-refusal";
import { sheetOf, workbook, xlsxOf } from "@/ingest/testing-xlsx";
import { type ZipEntry, zipOf } from "@/ingest/testing-zip";
import { readWorkbook } from "./read-workbook";
import { odsOf } from "./testing-ods";
import { residentMegabytes } from "./watch-process";

const SHEET = sheetOf([["a", "b"]]);
const withSheet = (from: string, to: string) => zipOf(workbook(SHEET.replace(from, to)));
const sheetWith = (data: string) =>
  zipOf(workbook(SHEET.replace(/<sheetData>.*<\/sheetData>/, () => `<sheetData>${data}</sheetData>`)));
/** A workbook with one of its parts changed. */
const changed = (name: string, to: Partial<ZipEntry>, parts = workbook(SHEET)) =>
  zipOf(parts.map((part) => (part.name === name ? { ...part, ...to } : part)));
const SHEET_PART = "xl/worksheets/sheet1.xml";
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "&a${at};&a${at};">`).join("")}]>`;
const table = (rows: string) => `<table:table table:name="List">${rows}</table:table>`;
const text = "<text:p>a</text:p></table:table-cell>";

/** Two entries of the directory with one set of bytes: such a file can unpack to far more than it is. */
function overlapping(): Buffer {
  const file = zipOf([...workbook(SHEET), { name: "xl/more.xml", content: SHEET }]);
  const last = file.lastIndexOf("PK\x01\x02", undefined, "latin1");
  const before = file.lastIndexOf("PK\x01\x02", last - 1, "latin1");
  file.copy(file, last + 42, before + 42, before + 46);
  return file;
}

const HOSTILE: [name: string, file: () => Buffer, code: FileRefusalCode][] = [
  ["a sheet that the directory does not have", () => changed(SHEET_PART, { unlisted: true }), "xlsx-damaged"],
  [
    "a second sheet that it does not have, with a far cell",
    () =>
      zipOf([
        ...workbook(SHEET),
        { name: SHEET_PART, content: SHEET.replace("A1", "XFD1048576"), unlisted: true },
      ]),
    "xlsx-damaged",
  ],
  ["an entry by two names", () => changed("xl/styles.xml", { local: "xl/stylez.xml" }), "xlsx-damaged"],
  [
    "an entry that comes twice",
    () => zipOf([...workbook(SHEET), { name: SHEET_PART, content: SHEET }]),
    "xlsx-damaged",
  ],
  ["entries over each other", overlapping, "xlsx-damaged"],
  ["another archive in front", () => Buffer.concat([xlsxOf([["c"]]), xlsxOf([["a"]])]), "xlsx-damaged"],
  ["a password", () => changed(SHEET_PART, { flags: 1 }), "locked-excel"],
  ["cut in the middle", () => xlsxOf([["a", "b"]]).subarray(0, 900), "xlsx-damaged"],
  ["no sheet", () => zipOf(workbook(SHEET).filter(({ name }) => name !== SHEET_PART)), "xlsx-damaged"],
  ["a sheet that is no XML", () => changed(SHEET_PART, { content: Buffer.alloc(5000, 0xff) }), "empty"],
  ["the last cell there can be", () => withSheet('r="B1"', 'r="XFD1048576"'), "too-many-rows"],
  ["the last column there can be", () => withSheet('r="B1"', 'r="XFD1"'), "too-many-columns"],
  [
    "the last row there can be",
    () => withSheet('<row r="1"><c r="A1"', '<row r="1048576"><c r="A1048576"'),
    "too-many-rows",
  ],
  [
    "the same in single quotes",
    () => withSheet('<row r="1"><c r="A1"', "<row r = '1048576'><c r='A1048576'"),
    "too-many-rows",
  ],
  [
    "a row beyond all rows",
    () => withSheet('<row r="1"><c r="A1"', '<row r="99999999"><c r="A99999999"'),
    "too-many-rows",
  ],
  ["rows without end", () => sheetWith(`<row>${"<c><v>1</v></c>"}</row>`.repeat(30_000)), "too-many-rows"],
  [
    "nested entities in the strings",
    () =>
      zipOf([
        ...workbook(SHEET),
        { name: "xl/sharedStrings.xml", content: `${LAUGHS}<sst><si><t>&a30;</t></si></sst>` },
      ]),
    "xlsx-damaged",
  ],
  [
    "nested entities in the sheet",
    () => changed(SHEET_PART, { content: `${LAUGHS}${SHEET.replace(">a<", ">&a30;<")}` }),
    "xlsx-damaged",
  ],
  [
    "an entity from elsewhere",
    () =>
      changed(SHEET_PART, {
        content: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${SHEET.replace(">a<", ">&a;<")}`,
      }),
    "xlsx-damaged",
  ],
  [
    "more files than a workbook has",
    () =>
      zipOf([
        ...workbook(SHEET),
        ...Array.from({ length: 2000 }, (_, at) => ({ name: `xl/m${at}.xml`, content: "" })),
      ]),
    "xlsx-bomb",
  ],
  ["a gigabyte, it says", () => zipOf(workbook(SHEET, 1_000_000_000)), "xlsx-bomb"],
  ["more than it says", () => zipOf(workbook(`<a>${" ".repeat(3_000_000)}</a>`, 100)), "xlsx-damaged"],
  ["120 MB of nothing", () => changed(SHEET_PART, { content: Buffer.alloc(120_000_000, 32) }), "xlsx-bomb"],
  [
    "90 MB of cells",
    () => sheetWith("<row>".concat("<c><v>1</v></c>".repeat(6_000_000), "</row>")),
    "workbook-heavy",
  ],
  [
    "one long string in every cell",
    () =>
      zipOf([
        ...workbook(sheetWithStrings(19_000)).map((part) =>
          part.name.endsWith("workbook.xml.rels")
            ? {
                ...part,
                content: String(part.content).replace(
                  "</Relationships>",
                  '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
                ),
              }
            : part.name.startsWith("[Content")
              ? {
                  ...part,
                  content: String(part.content).replace(
                    "</Types>",
                    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
                  ),
                }
              : part,
        ),
        { name: "xl/sharedStrings.xml", content: `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>` },
      ]),
    "workbook-heavy",
  ],
  [
    "an .ods of a cell, repeated to the last",
    () =>
      odsOf(
        table(
          `<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384">${text}</table:table-row>`,
        ),
      ),
    "workbook-heavy",
  ],
  [
    "an .ods of spaces",
    () =>
      odsOf(
        table(
          `<table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:s text:c="400000000"/>'.repeat(9)}b</text:p></table:table-cell></table:table-row>`,
        ),
      ),
    "xlsx-damaged",
  ],
  [
    "an .ods with a password",
    () => odsOf(table(""), "", [{ name: "META-INF/manifest.xml", content: "<manifest:encryption-data/>" }]),
    "locked-excel",
  ],
];

function sheetWithStrings(rows: number): string {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`;
  return SHEET.replace(/<sheetData>.*<\/sheetData>/, () => `<sheetData>${row.repeat(rows)}</sheetData>`);
}

/** Megabytes that this process grew by at most while something was done. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = residentMegabytes("self");
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, residentMegabytes("self"));
  }, 5);
  await work();
  clearInterval(look);
  return Math.max(most, residentMegabytes("self")) - before;
}

test.each(HOSTILE)("refused in words, and the server hardly grows: %s", async (_, make, code) => {
  const file = make();
  let refusal: unknown;
  const grown = await growth(async () => {
    refusal = await readWorkbook(file).then(
      ({ rows }) => ({ code: [...rows()].length === 0 ? "empty" : "read" }),
      (error: unknown) => error,
    );
  });
  expect(refusal).toMatchObject({ code });
  expect(grown).toBeLessThan(50 + file.length / 1024 / 1024);
});
