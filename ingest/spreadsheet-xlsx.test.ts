import { expect, test } from "vitest";
import { readXlsx } from "@/ingest/spreadsheet-xlsx";
import { sheetOf, workbook } from "@/ingest/testing-xlsx";
import { zipOf } from "@/ingest/testing-zip";

const SHEET = sheetOf([["a", "b"]]);
const FAR = "A1048576";
const withSheet = (from: string, to: string) => zipOf(workbook(SHEET.replace(from, to)));
const sheetIn16 = (text: string) =>
  workbook("").map((part) =>
    part.name.includes("worksheets") ? { ...part, content: Buffer.from(text, "utf16le") } : part,
  );

test.each<[string, Buffer, string]>([
  ["single quotes", withSheet('r="A1"', `r='${FAR}'`), "too-many-rows"],
  ["spaces around the sign", withSheet('r="A1"', `r = "${FAR}"`), "too-many-rows"],
  ["a line end before it", withSheet('r="A1"', `r\n=\n"${FAR}"`), "too-many-rows"],
  ["hidden behind another attribute", withSheet('r="A1"', `s='r="' r="${FAR}"`), "xlsx-damaged"],
  ["hidden behind a > in an attribute", withSheet('r="A1"', `s=">" r="${FAR}"`), "too-many-rows"],
  ["a row of its own", withSheet('<row r="1"', "<row r='1048576'"), "too-many-rows"],
  ["columns in single quotes", withSheet('r="B1"', "r='XFD1'"), "too-many-columns"],
  ["a number as programs write it", withSheet('r="A1"', 'r="A1e7"'), "xlsx-damaged"],
  ["a figure as an entity", withSheet('r="A1"', 'r="A1&#48;48576"'), "xlsx-damaged"],
  [
    "at the end of a chunk",
    withSheet('<row r="1"><c r="A1"', `${" ".repeat(14_000)}<row><c s="${"x".repeat(5000)}" r='${FAR}'`),
    "too-many-rows",
  ],
  [
    "a sheet in another folder",
    zipOf(
      workbook(SHEET.replace("A1", FAR)).map(({ name, content }) => ({
        name: name.replace("xl/worksheets/sheet1", "xl/list"),
        content: String(content).replace("worksheets/sheet1.xml", "list.xml"),
      })),
    ),
    "too-many-rows",
  ],
  ["UTF-16 with a mark", zipOf(sheetIn16(`\uFEFF${SHEET}`)), "xlsx-damaged"],
  ["UTF-16 without one", zipOf(sheetIn16(SHEET)), "xlsx-damaged"],
  ["another encoding by its own word", withSheet('encoding="UTF-8"', "encoding = 'UTF-7'"), "xlsx-damaged"],
  [
    "a document type in another part",
    zipOf([
      ...workbook(SHEET),
      { name: "xl/sharedStrings.xml", content: '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' },
    ]),
    "xlsx-damaged",
  ],
])("an .xlsx is refused: %s", async (_, bytes, code) => {
  await expect(readXlsx(bytes)).rejects.toMatchObject({ name: "FileRefusal", code });
});

test("what Excel itself writes is read: other parts may have an r of their own", async () => {
  const theme = '<?xml version="1.0"?><a:theme xmlns:a="a"><a:fillToRect l="50000" r="50000"/></a:theme>';
  const parts = [...workbook(SHEET), { name: "xl/theme/theme1.xml", content: theme }];
  expect(await readXlsx(zipOf(parts))).toEqual([["a", "b"]]);
});
