import { expect, test } from "vitest";
import { fileSentence } from "@/domain/imports/file-sentence";
import { openCampaignList } from "@/ingest/campaign-list";
import { FILE_REFUSALS, FileRefusal } from "@/ingest/spreadsheet-refusal";
import { zipOf } from "@/ingest/testing-zip";
import imports from "@/messages/en/imports.json" with { type: "json" };
import { readWorkbook } from "./read-workbook";
import { xlsxLike } from "./testing-list";
import { readInTurn } from "./turns";

const archive = (...names: string[]) => zipOf(names.map((name) => ({ name, content: "x" })));
const old = (stream: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(stream, "utf16le")]);

test.each<[string, Buffer, string]>([
  ["word", archive("[Content_Types].xml", "word/document.xml"), "Word document"],
  ["word", old("WordDocument"), "Word document"],
  ["slides", archive("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"],
  ["slides", old("PowerPoint Document"), "PowerPoint"],
  ["binary-excel", archive("[Content_Types].xml", "xl/workbook.bin"), ".xlsb"],
  ["numbers", archive("Index/Document.iwa", "Metadata/Properties.plist"), "Apple Numbers"],
  ["map", archive("doc.kml", "files/icon.png"), ".kmz"],
  ["map", archive("places.shp", "places.dbf"), "shapefile"],
  ["book", archive("mimetype", "META-INF/container.xml"), "e-book"],
  [
    "open-document",
    zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
    "OpenDocument text",
  ],
  ["zip", archive("list.csv", "readme.txt"), "zip archive"],
  ["zip", Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1"), "zip archive"],
  ["archive", Buffer.from([0x1f, 0x8b, 8, 0]), "compressed archive"],
  ["pdf", Buffer.from("%PDF-1.7"), "a PDF"],
  ["picture", Buffer.from("GIF89a"), "a picture"],
  ["web-page", Buffer.from("\uFEFF<!DOCTYPE html><p>Sign in"), "a web page"],
  ["xml", Buffer.from('<?xml version="1.0"?><office:document/>'), "an XML file"],
  ["json", Buffer.from('{"a": 1}'), "a JSON file"],
  ["rich-text", Buffer.from("{\\rtf1 list"), "a rich text document"],
])("what is no spreadsheet is told for what it is: %s", async (kind, bytes, words) => {
  const chunks = (async function* () {
    yield bytes;
  })();
  const refusal = await openCampaignList(chunks).catch((error: unknown) => error);
  expect(refusal).toEqual(new FileRefusal("not-a-table", null, kind));
  const sentence = fileSentence({ code: "not-a-table", row: "", detail: kind }, imports.file) ?? "";
  expect(sentence).toContain(words);
  expect(sentence).toContain(kind === "map" ? "KML or GeoJSON" : "CSV, .xlsx or .ods");
});

test("every reason to refuse a file has a sentence", () => {
  for (const code of FILE_REFUSALS)
    expect(fileSentence({ code, row: "1", detail: "x" }, imports.file)).toMatch(/^[A-Z“].*\.$/);
});

test("a process that takes too much memory, or too long, is ended, and the next one reads", async () => {
  const file = xlsxLike();
  await expect(readWorkbook(file, { memory: 20 })).rejects.toMatchObject({ code: "workbook-heavy" });
  await expect(readWorkbook(file, { time: 1 })).rejects.toMatchObject({ code: "workbook-slow" });
  await expect(readWorkbook(file, { work: -1 })).rejects.toMatchObject({ code: "workbook-slow" });
  expect([...(await readWorkbook(file)).rows()]).toHaveLength(3);
});

test("workbooks are read one after the other, and who waits too long is told to come again", async () => {
  const order: string[] = [];
  let finish: () => void = () => undefined;
  const first = readInTurn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const second = readInTurn(async () => order.push("second"));
  await expect(readInTurn(async () => order.push("late"), 0)).rejects.toMatchObject({
    code: "workbook-busy",
  });
  expect(order).toEqual([]);
  finish();
  await Promise.all([first, second, readInTurn(async () => order.push("third"))]);
  expect(order).toEqual(["second", "third"]);
});

test("a list of a workbook tells where empty rows stand", async () => {
  const row = (at: number) => `<row r="${at}"><c r="A${at}" t="str"><v>x</v></c></row>`;
  const chunks = (async function* () {
    yield xlsxLike({ moreRows: row(4) + row(9) });
  })();
  const list = await openCampaignList(chunks);
  const rows = [];
  for await (const slice of list.slices()) rows.push(...slice);
  expect(rows.map(({ number, raw }) => [number, raw.length])).toEqual([
    [2, 5],
    [3, 5],
    [4, 5],
    [9, 5],
  ]);
  expect(list.cleaned()).toEqual(["empty-rows", "xlsx-first-sheet"]);
});
