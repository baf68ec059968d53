const MOST_EXAMPLES = 3;

/**
 * What a table would change, for the person at the terminal: one line each for rows that are new, gone, or differ in
 * anything.
 * @param before null where there was no table to compare with
 * @param keyOf what stays the same as long as a row is the same thing
 * @param what the rows are, such as "areas"
 */
export function changedRows<Row>(
  before: readonly Row[] | null,
  after: readonly Row[],
  keyOf: (row: Row) => string,
  what: string,
): string[] {
  if (before === null) return [`no table of ${what} was there before to compare with`];
  const old = new Map(before.map((row) => [keyOf(row), JSON.stringify(row)]));
  const now = new Map(after.map((row) => [keyOf(row), JSON.stringify(row)]));
  const fresh = [...now.keys()].filter((key) => !old.has(key));
  const gone = [...old.keys()].filter((key) => !now.has(key));
  const other = [...now].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => key);
  return [line(fresh, `new ${what}`), line(gone, `gone ${what}`), line(other, `changed ${what}`)];
}

function line(keys: readonly string[], what: string): string {
  const examples = keys.slice(0, MOST_EXAMPLES).join("; ");
  return `${keys.length} ${what}${keys.length > 0 ? `, such as ${examples}` : ""}`;
}
