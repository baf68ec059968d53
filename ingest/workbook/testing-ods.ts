import { type ZipEntry, zipOf } from "@/ingest/testing-zip";
import { LIST_CELLS } from "./testing-list";

/** For tests: the list of testing-list.ts as a workbook of OpenDocument. */

const NAMESPACES = [
  ["office", "office"],
  ["style", "style"],
  ["text", "text"],
  ["table", "table"],
  ["number", "datastyle"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

const escaped = (text: string) => text.replaceAll("&", "&amp;");

function cell(text: string, row: number, column: number): string {
  const typed = (type: string, value: string) =>
    `<table:table-cell office:value-type="${type}" ${value}><text:p>shown</text:p></table:table-cell>`;
  if (row > 0 && column === 2) return typed("date", `office:date-value="${text}"`);
  if (row > 0 && column === 3) return typed("float", `office:value="${text}"`);
  if (row > 0 && column === 4) return typed("boolean", `office:boolean-value="${text}"`);
  return `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
}

export const odsRows: string[] = LIST_CELLS.map(
  (cells, row) =>
    `<table:table-row>${cells.map((text, column) => cell(text, row, column)).join("")}</table:table-row>`,
);

/**
 * @param tables what stands in the spreadsheet
 * @param more parts that it has too, or has instead
 */
export function odsOf(tables: string, styles = "", more: readonly ZipEntry[] = []): Buffer {
  const replaced = new Set(more.map(({ name }) => name));
  const parts = [
    { name: "mimetype", content: SPREADSHEET },
    {
      name: "content.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    { name: "styles.xml", content: `<?xml version="1.0"?><office:document-styles ${NAMESPACES}/>` },
    { name: "meta.xml", content: `<?xml version="1.0"?><office:document-meta ${NAMESPACES}/>` },
    {
      name: "META-INF/manifest.xml",
      content: `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${SPREADSHEET}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
  ];
  return zipOf([...parts.filter(({ name }) => !replaced.has(name)), ...more]);
}
