import { posix } from "node:path";

const STYLES_END = "</office:automatic-styles>";
const TABLE = "<table:table ";

/** @typedef {{ rows: (row: number) => boolean, columns: ReadonlySet<number> }} Hidden rows and columns from 0 */

/** @type {Hidden} */
const NOTHING = { rows: () => false, columns: new Set() };

/**
 * What of one sheet somebody does not see who opens the workbook: rows that are hidden, folded up or filtered out, and hidden
 * columns. Our reader tells it only where it keeps every style as well.
 * @param {Map<string, Buffer>} parts
 * @param {number} sheet from 0
 * @param {number} lastColumn columns behind it are no matter
 * @returns {Hidden}
 */
export function hiddenParts(parts, sheet, lastColumn) {
  const content = parts.get("content.xml");
  const text = content ? tableText(content, sheet) : sheetText(parts, sheet);
  if (text === null) return NOTHING;
  return content ? hiddenInTable(text, lastColumn) : hiddenInSheet(text, lastColumn);
}

/**
 * The XML of a sheet; null where nothing in it is hidden.
 * @param {Map<string, Buffer>} parts
 * @param {number} sheet
 */
function sheetText(parts, sheet) {
  const targetIn = (/** @type {string} */ rels, /** @type {RegExp} */ which) => {
    const tags =
      parts
        .get(rels)
        ?.toString("utf8")
        .match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
    return attributeOf(tags.find((tag) => which.test(tag)) ?? "", "Target");
  };
  const main = targetIn("_rels/.rels", /\/officeDocument"/)?.replace(/^\//, "");
  if (!main) return null;
  const tags =
    parts
      .get(main)
      ?.toString("utf8")
      .match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  const id = /\s\w+:id="([^"]*)"/.exec(tags[sheet] ?? "")?.[1];
  const folder = posix.dirname(main);
  const target = targetIn(`${folder}/_rels/${posix.basename(main)}.rels`, new RegExp(`\\sId="${id}"`));
  if (!id || !target) return null;
  const name = target.startsWith("/") ? target.slice(1) : posix.normalize(`${folder}/${target}`);
  const part = parts.get(name);
  return part?.includes("hidden=") ? part.toString("latin1") : null;
}

/** @param {string} text @param {number} lastColumn @returns {Hidden} */
function hiddenInSheet(text, lastColumn) {
  const hidden = new Set();
  let number = 0;
  for (const [tag] of text.matchAll(/<(?:\w+:)?row[\s>][^>]*>?/g)) {
    number = Number(attributeOf(tag, "r") ?? number + 1);
    if (isTrue(attributeOf(tag, "hidden"))) hidden.add(number - 1);
  }
  const columns = new Set();
  for (const [tag] of text.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (!isTrue(attributeOf(tag, "hidden"))) continue;
    const to = Math.min(Number(attributeOf(tag, "max")), lastColumn);
    for (let at = Number(attributeOf(tag, "min")); at <= to; at += 1) columns.add(at - 1);
  }
  return { rows: (row) => hidden.has(row), columns };
}

/**
 * The XML of a table of OpenDocument; null where nothing in it is hidden.
 * @param {Buffer} content
 * @param {number} sheet
 */
function tableText(content, sheet) {
  let at = content.indexOf(TABLE);
  for (let passed = 0; passed < sheet && at !== -1; passed += 1) at = content.indexOf(TABLE, at + 1);
  if (at === -1) return null;
  const next = content.indexOf(TABLE, at + 1);
  const table = content.subarray(at, next === -1 ? content.length : next);
  return table.includes("table:visibility=") ? table.toString("latin1") : null;
}

/** @param {string} text @param {number} lastColumn @returns {Hidden} */
function hiddenInTable(text, lastColumn) {
  const isHidden = (/** @type {string} */ tag) =>
    ["collapse", "filter"].includes(attributeOf(tag, "table:visibility") ?? "");
  const columns = new Set();
  let column = 0;
  for (const [tag] of text.matchAll(/<table:table-column[\s/>][^>]*>?/g)) {
    const count = Number(attributeOf(tag, "table:number-columns-repeated") ?? 1);
    const to = Math.min(column + count, lastColumn);
    if (isHidden(tag)) for (let at = column; at < to; at += 1) columns.add(at);
    column += count;
  }
  /** @type {[from: number, to: number][]} */
  const ranges = [];
  let row = 0;
  for (const [tag] of text.matchAll(/<table:table-row[\s/>][^>]*>?/g)) {
    const count = Number(attributeOf(tag, "table:number-rows-repeated") ?? 1);
    if (isHidden(tag)) ranges.push([row, row + count]);
    row += count;
  }
  const singles = new Set(ranges.flatMap(([from, to]) => (to === from + 1 ? from : [])));
  const long = ranges.filter(([from, to]) => to !== from + 1);
  return { rows: (at) => singles.has(at) || long.some(([from, to]) => at >= from && at < to), columns };
}

/** @param {string} tag @param {string} name */
const attributeOf = (tag, name) => new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1];
/** @param {string | undefined} value */
const isTrue = (value) => value === "1" || value === "true";

/**
 * Which sheets of an OpenDocument workbook are hidden, as LibreOffice writes it: our reader does not tell.
 * @param {Buffer | undefined} content the part content.xml
 * @returns {boolean[]} one for each sheet, in order; none where the content says nothing of them
 */
export function hiddenTables(content) {
  if (content === undefined) return [];
  const styles = content.toString("latin1", 0, Math.max(content.indexOf(STYLES_END), 0));
  const hidden = new Set();
  for (const [style] of styles.matchAll(/<style:style\s[^>]*style:family="table"[\s\S]*?<\/style:style>/g))
    if (/\stable:display="false"/.test(style)) hidden.add(/\sstyle:name="([^"]*)"/.exec(style)?.[1]);
  const tables = [];
  for (let at = content.indexOf(TABLE); at !== -1; at = content.indexOf(TABLE, at + 1)) {
    const tag = content.toString("latin1", at, content.indexOf(">", at));
    tables.push(hidden.has(/\stable:style-name="([^"]*)"/.exec(tag)?.[1] ?? ""));
  }
  return tables;
}
