/** What Next hands a page: each name once, several times, or not at all. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of a query, or "" when it is missing or there are several. */
export async function queryValue(query: Query, name: string): Promise<string> {
  const value = (await query)[name];
  return typeof value === "string" ? value : "";
}
