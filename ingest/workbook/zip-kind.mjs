/** What an archive is by the names in it, first match first; the words are in the message of "not-a-table". */
const KINDS = [
  ["word", /^word\/document\d*\.xml$/],
  ["slides", /^ppt\/presentation\.xml$/],
  ["binary-excel", /^xl\/workbook\.bin$/],
  ["numbers", /^Index\/.*\.iwa$|^Index\.zip$|^index\.apxl$/],
  ["map", /(?:^|\/)[^/]+\.(?:kml|shp)$/i],
  ["book", /^META-INF\/container\.xml$/],
];

/**
 * What an archive is where it is no workbook.
 * @param {readonly string[]} names of what is in it
 * @returns {string | null} null for a workbook, or what may be one
 */
export function whatZipIs(names) {
  for (const [kind, pattern] of KINDS) if (names.some((name) => pattern.test(name))) return kind;
  const isWorkbook = names.includes("[Content_Types].xml") || names.includes("content.xml");
  return isWorkbook ? null : "zip";
}
