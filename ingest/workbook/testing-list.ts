import { type ZipEntry, zipOf } from "@/ingest/testing-zip";

/** For tests: one small made-up list, to be laid out as many programs lay out a workbook. */

/** What every one of them has to read as. */
export const LIST_CELLS = [
  ["Place", "Postcode", "Since", "Number", "Open"],
  ["Clinic One", "CA2 7HY", "2024-03-01", "54.8965", "true"],
  ["Ysbyty Môn & Co", "LL77 7DA", "2023-12-25", "12", "false"],
] as const;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export type Layout = {
  /** Of every tag, such as "x:". */
  prefix?: string;
  strings?: "shared" | "inline" | "str";
  /** Whether cells and rows say where they are. */
  addresses?: boolean;
  dates?: "1900" | "1904" | "iso";
  /** A number format of its own for dates; without it, Excel's own 14. */
  dateFormat?: string;
  /** XML in front of the cells, behind them, and in the workbook behind its sheets. */
  before?: string;
  after?: string;
  names?: string;
  /** More on the element of the sheet, and of each row. */
  sheetAttributes?: string;
  rowAttributes?: string;
  /** Rows behind the list. */
  moreRows?: string;
  /** A text as it stands between the tags of its shared string. */
  drawText?: (escaped: string) => string;
  /** Sheets in front of that of the list, which is "List". */
  firstSheets?: { name: string; state?: "hidden" | "veryHidden"; isChart?: boolean }[];
  /** The main part and its type. */
  mainType?: string;
  /** How a part is named in relationships: from the root, as openpyxl does. */
  fromRoot?: boolean;
  more?: ZipEntry[];
  moreRelationships?: string;
  /** Relationships of the sheet with the list. */
  sheetRelationships?: string;
  isStreamed?: boolean;
};

const escaped = (text: string) => text.replaceAll("&", "&amp;");
const serial = (day: string, is1904: boolean) =>
  (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000 - (is1904 ? 1462 : 0);

/** The list as an .xlsx of some layout. */
export function xlsxLike(layout: Layout = {}): Buffer {
  const { prefix = "", fromRoot = false, firstSheets = [], dates = "1900", dateFormat } = layout;
  const root = fromRoot ? "/xl/" : "";
  const ns = prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`;
  const tag = (name: string, attributes: string, content: string) =>
    `<${prefix}${name}${attributes === "" ? "" : ` ${attributes}`}>${content}</${prefix}${name}>`;
  const first = firstSheets.map(({ name, state, isChart }, at) => ({
    file: isChart ? `chartsheets/sheet${at + 10}.xml` : `worksheets/sheet${at + 10}.xml`,
    type: isChart ? "chartsheet" : "worksheet",
    tag: `<${prefix}sheet name="${name}" sheetId="${at + 10}"${state ? ` state="${state}"` : ""} r:id="rId${at + 10}"/>`,
    id: `rId${at + 10}`,
    content: isChart
      ? `${XML}<chartsheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`
      : XML +
        tag(
          "worksheet",
          `${ns}="${MAIN}"`,
          tag("sheetData", "", tag("row", 'r="1"', tag("c", 'r="A1"', tag("v", "", "1")))),
        ),
  }));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const { sheet, strings } = sheetLike(layout, tag, ns);
  const override = (part: string, type: string) => `<Override PartName="/xl/${part}" ContentType="${type}"/>`;
  const type = (name: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
  const format = dateFormat
    ? `<numFmts count="1"><numFmt numFmtId="164" formatCode="${dateFormat}"/></numFmts>`
    : "";
  const parts: ZipEntry[] = [
    {
      name: "[Content_Types].xml",
      content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", layout.mainType ?? type("sheet.main"))}${override("worksheets/sheet1.xml", type("worksheet"))}${first.map((one) => override(one.file, type(one.type))).join("")}${override("styles.xml", type("styles"))}${strings ? override("sharedStrings.xml", type("sharedStrings")) : ""}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", `${fromRoot ? "/" : ""}xl/workbook.xml`)}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content:
        XML +
        tag(
          "workbook",
          `${ns}="${MAIN}" xmlns:r="${OFFICE}"`,
          `${dates === "1904" ? `<${prefix}workbookPr date1904="1"/>` : ""}${tag("sheets", "", `${first.map((one) => one.tag).join("")}<${prefix}sheet name="List" sheetId="1" r:id="rId1"/>`)}${layout.names ?? ""}`,
        ),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "worksheet", `${root}worksheets/sheet1.xml`)}${relation("rId2", "styles", `${root}styles.xml`)}${strings ? relation("rId3", "sharedStrings", `${root}sharedStrings.xml`) : ""}${first.map((one) => relation(one.id, one.type, root + one.file)).join("")}${layout.moreRelationships ?? ""}</Relationships>`,
    },
    {
      name: "xl/styles.xml",
      content: `${XML}<styleSheet xmlns="${MAIN}">${format}<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${dateFormat ? 164 : 14}" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...(strings ? [{ name: "xl/sharedStrings.xml", content: strings }] : []),
    ...first.map((one) => ({ name: `xl/${one.file}`, content: one.content })),
    ...(layout.sheetRelationships
      ? [
          {
            name: "xl/worksheets/_rels/sheet1.xml.rels",
            content: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${layout.sheetRelationships}</Relationships>`,
          },
        ]
      : []),
    ...(layout.more ?? []),
    { name: "xl/worksheets/sheet1.xml", content: sheet },
  ];
  return zipOf(parts.map((part) => ({ ...part, isStreamed: layout.isStreamed })));
}

function sheetLike(
  { strings = "shared", addresses = true, dates = "1900", ...layout }: Layout,
  tag: (name: string, attributes: string, content: string) => string,
  ns: string,
): { sheet: string; strings: string | null } {
  const shared: string[] = [];
  const draw = (text: string, row: number, column: number) => {
    const at = addresses ? `r="${"ABCDE"[column]}${row + 1}"` : "";
    const cell = (attributes: string, content: string) => tag("c", `${at} ${attributes}`.trim(), content);
    const value = (content: string) => tag("v", "", content);
    if (row > 0 && column === 2 && dates === "iso") return cell('s="1" t="d"', value(text));
    if (row > 0 && column === 2) return cell('s="1"', value(String(serial(text, dates === "1904"))));
    if (row > 0 && column === 3) return cell("", value(text === "54.8965" ? "54.896500000000003" : text));
    if (row > 0 && column === 4) return cell('t="b"', value(text === "true" ? "1" : "0"));
    if (strings === "inline") return cell('t="inlineStr"', tag("is", "", tag("t", "", escaped(text))));
    if (strings === "str") return cell('t="str"', tag("f", "", "A1") + value(escaped(text)));
    const drawn = layout.drawText?.(escaped(text)) ?? tag("t", 'xml:space="preserve"', escaped(text));
    return cell('t="s"', value(String(shared.push(tag("si", "", drawn)) - 1)));
  };
  const rows = LIST_CELLS.map((cells, row) =>
    tag(
      "row",
      `${addresses ? `r="${row + 1}"` : ""} ${layout.rowAttributes ?? ""}`.trim(),
      cells.map((text, column) => draw(text, row, column)).join(""),
    ),
  );
  const data = tag("sheetData", "", rows.join("") + (layout.moreRows ?? ""));
  const sheet = tag(
    "worksheet",
    `${ns}="${MAIN}" xmlns:r="${OFFICE}" ${layout.sheetAttributes ?? ""}`.trim(),
    (layout.before ?? "") + data + (layout.after ?? ""),
  );
  return {
    sheet: XML + sheet,
    strings: strings === "shared" ? XML + tag("sst", `${ns}="${MAIN}"`, shared.join("")) : null,
  };
}
