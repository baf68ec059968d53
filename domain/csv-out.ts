/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as text: a cell that begins like a formula gets an apostrophe in
 * front, as OWASP advises, because a program would run it otherwise.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** Spreadsheets skip spaces and line ends before they look for a formula. */
const RUNS = /^(?:\s*[=+\-@]|[\t\r])/;

function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = RUNS.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
