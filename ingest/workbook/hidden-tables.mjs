const STYLES_END = "</office:automatic-styles>";
const TABLE = "<table:table ";

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
