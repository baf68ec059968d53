import { workbook } from "@/ingest/testing-xlsx";
import { type ZipEntry, zipOf } from "@/ingest/testing-zip";
import { odsOf } from "./testing-ods";

/** For tests: workbooks of several sheets, with rows, columns and sheets that nobody sees, and merged cells. */

type SheetLike = {
  name: string;
  rows: readonly (readonly string[])[];
  state?: "hidden" | "veryHidden";
  /** Numbers of rows, and of columns, from 1. */
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  /** Such as "A2:A4". */
  merges?: readonly string[];
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An .xlsx with these sheets, in their order. */
export function bookOf(sheets: readonly SheetLike[]): Buffer {
  const others: ZipEntry[] = sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet),
  }));
  const tags = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const replaced = new Map([
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tags.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}<Relationship Id="rId99" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ]);
  const parts = workbook("").filter(({ name }) => !name.startsWith("xl/worksheets/"));
  const overrides = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const written = parts.map((part) => {
    if (part.name !== "[Content_Types].xml")
      return { ...part, content: replaced.get(part.name) ?? part.content };
    const types = String(part.content).replace(
      /<Override PartName="\/xl\/worksheets[^>]*>/,
      overrides.join(""),
    );
    return { ...part, content: types };
  });
  return zipOf([...written, ...others]);
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }: SheetLike): string {
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join("");
  const drawn = rows.map((cells, row) => {
    const texts = cells.map((text, at) =>
      text === ""
        ? ""
        : `<c r="${String.fromCharCode(65 + at)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    );
    return `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ""}>${texts.join("")}</row>`;
  });
  const merged =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
      : "";
  return `${XML}<worksheet xmlns="${MAIN}">${columns ? `<cols>${columns}</cols>` : ""}<sheetData>${drawn.join("")}</sheetData>${merged}</worksheet>`;
}

/** The same as an .ods; merged cells are none of it. */
export function odsBookOf(sheets: readonly SheetLike[]): Buffer {
  const styles = `<style:style style:name="ta0" style:family="table"><style:table-properties table:display="false"/></style:style>`;
  const tables = sheets.map(({ name, rows, state, hiddenRows = [], hiddenColumns = [] }) => {
    const width = Math.max(...rows.map((cells) => cells.length));
    const columns = Array.from({ length: width }, (_, at) =>
      hiddenColumns.includes(at + 1)
        ? '<table:table-column table:visibility="collapse"/>'
        : "<table:table-column/>",
    );
    const drawn = rows.map((cells, row) => {
      const texts = cells.map(
        (text) =>
          `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`,
      );
      return `<table:table-row${hiddenRows.includes(row + 1) ? ' table:visibility="filter"' : ""}>${texts.join("")}</table:table-row>`;
    });
    return `<table:table table:name="${escaped(name)}"${state ? ' table:style-name="ta0"' : ""}>${columns.join("")}${drawn.join("")}</table:table>`;
  });
  return odsOf(tables.join(""), styles);
}
