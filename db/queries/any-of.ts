import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** What a list can be of; the values of an enum are text. */
type Element = "uuid" | "text" | "int";

/** Whether a column is one of a list, as one array parameter: thousands of them would be more than a statement takes. */
export function anyOf(
  column: PgColumn | SQL,
  list: Iterable<string | number>,
  element: Element = "uuid",
): SQL<boolean> {
  return sql<boolean>`${column} = any(${sql.param([...list])}::${sql.raw(element)}[])`;
}
