import { expect, test } from "vitest";
import { readWorkbook } from "./read-workbook";
import { type Layout, LIST_CELLS, xlsxLike } from "./testing-list";
import { odsOf, odsRows } from "./testing-ods";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const rel = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const X = "<?xml version='1.0' encoding='UTF-8'?>";
const EXCEL: Layout = {
  sheetAttributes:
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}"',
  rowAttributes: 'spans="1:5" x14ac:dyDescent="0.25"',
  before:
    '<dimension ref="A1:E3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="20.7109375" customWidth="1"/></cols>',
  after: '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
};
const empty = (row: number, style = "1") =>
  `<row r="${row}" s="${style}"><c r="A${row}" s="${style}"/><c r="E${row}" s="${style}"/></row>`;

/** As each program lays a workbook out. The same list is in all of them. */
const XLSX: [name: string, layout: Layout][] = [
  ["the barest", {}],
  ["Excel 365", EXCEL],
  [
    "Excel with comments, old and threaded",
    {
      ...EXCEL,
      after: `${EXCEL.after}<legacyDrawing r:id="rId1"/>`,
      sheetRelationships:
        rel("rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml") +
        rel("rId2", "comments", "../comments1.xml") +
        '<Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/>',
      more: [
        { name: "xl/drawings/vmlDrawing1.vml", content: "<xml><v:shape id=_x0000_s1025></xml>" },
        {
          name: "xl/comments1.xml",
          content: `${X}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>Is this so?</t></r></text></comment></commentList></comments>`,
        },
        {
          name: "xl/threadedComments/threadedComment1.xml",
          content: `${X}<ThreadedComments><threadedComment ref="A2" id="{1}"><text>Yes</text></threadedComment></ThreadedComments>`,
        },
      ],
    },
  ],
  [
    "Excel with a query and its table",
    {
      ...EXCEL,
      after: `${EXCEL.after}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
      moreRelationships: rel("rId8", "connections", "connections.xml"),
      sheetRelationships: rel("rId1", "table", "../tables/table1.xml"),
      more: [
        {
          name: "xl/connections.xml",
          content: `${X}<connections><connection id="1" name="Query - List" type="5"/></connections>`,
        },
        {
          name: "xl/tables/table1.xml",
          content: `${X}<table id="1" name="List" displayName="List" ref="A1:E3" tableType="queryTable"/>`,
        },
        { name: "xl/queryTables/queryTable1.xml", content: `${X}<queryTable name="List" connectionId="1"/>` },
        {
          name: "customXml/item1.xml",
          content: Buffer.from(
            "\uFEFF<?xml version='1.0' encoding='utf-16'?><DataMashup>AAAA</DataMashup>",
            "utf16le",
          ),
        },
      ],
    },
  ],
  [
    "Excel with conditional formats, validation and extensions",
    {
      ...EXCEL,
      after: `<conditionalFormatting sqref="A2:A3"><cfRule type="expression" priority="1"><formula>$A2="x"</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2"><formula1>"a,b"</formula1></dataValidation></dataValidations>${EXCEL.after}<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="x"/></ext></extLst>`,
    },
  ],
  [
    "Excel with names, a filter and a print area",
    {
      ...EXCEL,
      names: `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">List!$A$1:$E$3</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">List!$A$1:$E$3</definedName><definedName name="Old">#REF!</definedName></definedNames><calcPr calcId="191029"/>`,
      after: `<autoFilter ref="A1:E3"/>${EXCEL.after}`,
    },
  ],
  ["Excel for the Mac, counting days from 1904", { ...EXCEL, dates: "1904" }],
  ["strict Open XML, dates in ISO", { ...EXCEL, dates: "iso" }],
  ["Excel with formulas and what they came to", { ...EXCEL, strings: "str" }],
  [
    "Excel with rich text",
    {
      ...EXCEL,
      drawText: (text) =>
        `<r><rPr><b/></rPr><t>${text.slice(0, 2)}</t></r><r><t xml:space="preserve">${text.slice(2)}</t></r>`,
    },
  ],
  [
    "Excel in Japanese, with how to say it",
    {
      ...EXCEL,
      drawText: (text) => `<t>${text}</t><rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1"/>`,
    },
  ],
  [
    "Excel with a hidden sheet in front",
    {
      ...EXCEL,
      firstSheets: [
        { name: "Lookups", state: "hidden" },
        { name: "Code", state: "veryHidden" },
      ],
    },
  ],
  ["Excel with a chart in front", { ...EXCEL, firstSheets: [{ name: "Chart1", isChart: true }] }],
  ["Excel with whole columns formatted", { ...EXCEL, moreRows: empty(4) + empty(1_048_576) }],
  [
    "Excel with merged cells below",
    { ...EXCEL, moreRows: empty(5), after: '<mergeCells count="1"><mergeCell ref="A5:E5"/></mergeCells>' },
  ],
  ["Excel with dates in words", { ...EXCEL, dateFormat: "[$-809]dd\\ mmmm\\ yyyy;@" }],
  ["Excel with an ISO format", { ...EXCEL, dateFormat: "yyyy\\-mm\\-dd" }],
  [
    "Excel with a picture",
    {
      ...EXCEL,
      after: `${EXCEL.after}<drawing r:id="rId1"/>`,
      sheetRelationships: rel("rId1", "drawing", "../drawings/drawing1.xml"),
      more: [
        { name: "xl/drawings/drawing1.xml", content: `${X}<xdr:wsDr xmlns:xdr="x"/>` },
        { name: "xl/media/image1.png", content: Buffer.alloc(5000, 7) },
        { name: "xl/printerSettings/printerSettings1.bin", content: Buffer.alloc(900) },
      ],
    },
  ],
  [
    "Excel with macros (.xlsm)",
    {
      ...EXCEL,
      mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      more: [{ name: "xl/vbaProject.bin", content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) }],
    },
  ],
  [
    "LibreOffice",
    {
      rowAttributes:
        'customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"',
      after: '<printOptions headings="false"/><headerFooter differentFirst="false"/>',
    },
  ],
  [
    "Google Sheets, with a thousand empty rows",
    {
      sheetAttributes:
        'xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mv="urn:schemas-microsoft-com:mac:vml"',
      before:
        '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>',
      moreRows: Array.from({ length: 997 }, (_, at) => empty(at + 4)).join(""),
      isStreamed: true,
    },
  ],
  [
    "pandas by openpyxl",
    {
      fromRoot: true,
      dateFormat: "YYYY-MM-DD HH:MM:SS",
      before: '<sheetPr><outlinePr summaryBelow="1"/><pageSetUpPr/></sheetPr><dimension ref="A1:E3"/>',
    },
  ],
  ["openpyxl, written as it goes", { fromRoot: true, strings: "inline", dateFormat: "yyyy-mm-dd" }],
  ["pandas by XlsxWriter", { dateFormat: "yyyy\\-mm\\-dd\\ hh:mm:ss", rowAttributes: 'spans="1:5"' }],
  ["R by writexl", { strings: "inline", isStreamed: true, dateFormat: "yyyy-mm-dd" }],
  [
    "R by openxlsx",
    {
      dateFormat: "yyyy\\-mm\\-dd",
      before: '<sheetPr><pageSetUpPr fitToPage="0"/></sheetPr><dimension ref="A1:E3"/>',
      names: '<calcPr calcId="152511" fullCalcOnLoad="1"/>',
    },
  ],
  ["a report server, cells without addresses", { addresses: false, strings: "inline" }],
  ["ClosedXML and others, every tag with a prefix", { prefix: "x:" }],
  ["Apache POI, as it streams", { strings: "inline", isStreamed: true, dateFormat: "m/d/yy" }],
  [
    "Apple Numbers",
    {
      before: '<sheetFormatPr defaultColWidth="16.3333" defaultRowHeight="19.9" customHeight="1"/>',
      rowAttributes: 'ht="20.25" customHeight="1"',
    },
  ],
];

const repeatedEnd =
  '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
const [head = "", ...body] = odsRows;
const table = (rows: string, attributes = "") =>
  `<table:table table:name="List" ${attributes}>${rows}</table:table>`;
const tail = '<table:table-cell table:number-columns-repeated="16379"/></table:table-row>';

const ODS: [name: string, file: Buffer][] = [
  ["LibreOffice", odsOf(table(odsRows.join("") + repeatedEnd))],
  [
    "LibreOffice, the headings repeated on each page",
    odsOf(
      table(
        `<table:table-header-rows>${head}</table:table-header-rows><table:table-rows>${body.join("")}</table:table-rows>`,
      ),
    ),
  ],
  [
    "LibreOffice with a hidden sheet in front",
    odsOf(
      `<table:table table:name="Lookups" table:style-name="ta1">${head}</table:table>${table(odsRows.join(""), 'table:style-name="ta2"')}`,
      '<style:style style:name="ta2" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false" style:writing-mode="lr-tb"/></style:style>',
    ),
  ],
  [
    "LibreOffice with notes and spans",
    odsOf(
      table(
        odsRows
          .join("")
          .replace(
            "<text:p>Clinic One",
            "<office:annotation><text:p>Is this so?</text:p></office:annotation><text:p><text:span>Clinic</text:span><text:s/>One",
          ),
      ),
    ),
  ],
  [
    "Excel, rows filled to its last column",
    odsOf(table(odsRows.map((row) => row.replace("</table:table-row>", tail)).join("") + repeatedEnd)),
  ],
  ["pandas and Google Sheets", odsOf(table(odsRows.join("")))],
];

const rowsOf = async (file: Buffer) => [...(await readWorkbook(file)).rows()];
const EXPECTED = LIST_CELLS.map((cells, at) => [at + 1, [...cells]]);

test.each(XLSX)("an .xlsx reads as its list: %s", async (_, layout) => {
  expect(await rowsOf(xlsxLike(layout))).toEqual(EXPECTED);
});

test.each(ODS)("an .ods reads as its list: %s", async (_, file) => {
  expect(await rowsOf(file)).toEqual(EXPECTED);
});

test("three hundred rows read whole, wherever a border of 16,384 bytes falls", async () => {
  for (const at of [0, 5, 11]) {
    const rows = Array.from({ length: 300 }, (_, row) => {
      const cell = (column: string) =>
        `<c r="${column}${row + 4}" t="inlineStr"><is><t>${"x".repeat(20 + at)} ${row}</t></is></c>`;
      return `<row r="${row + 4}">${"ABCDE".split("").map(cell).join("")}</row>`;
    });
    const read = await rowsOf(xlsxLike({ ...EXCEL, moreRows: rows.join("") }));
    expect(read.slice(3).map(([number, cells]) => [number, cells.length])).toEqual(
      rows.map((_, row) => [row + 4, 5]),
    );
  }
});

test("repeated cells and rows are as many, and what a merged cell covers is empty", async () => {
  const cell = (text: string, attributes = "") =>
    `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const day =
    '<table:table-cell table:number-columns-repeated="2" office:value-type="date" office:date-value="2024-03-01"><text:p>1/3/24</text:p></table:table-cell>';
  const rows = `<table:table-row>${cell("a")}${day}</table:table-row><table:table-row table:number-rows-repeated="2">${cell("b", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell("c")}</table:table-row>`;
  expect(await rowsOf(odsOf(table(rows)))).toEqual([
    [1, ["a", "2024-03-01", "2024-03-01"]],
    [2, ["b", "", "c"]],
    [3, ["b", "", "c"]],
  ]);
});

test("what stands in the sheets is told: their names, and which are hidden", async () => {
  const { sheets, chosen } = await readWorkbook(
    xlsxLike({ firstSheets: [{ name: "Lookups", state: "hidden" }] }),
  );
  expect([sheets, chosen]).toEqual([
    [
      { name: "Lookups", isHidden: true, head: [] },
      { name: "List", isHidden: false, head: [] },
    ],
    1,
  ]);
});
