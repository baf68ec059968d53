import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Where each word stands: every column of every table, found in the database's own list, so that one that is added is searched too. */
export async function whereAre(tx: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  const columns = await tx.execute<{ table_name: string; column_name: string; data_type: string }>(sql`
    select c.table_name, c.column_name, c.data_type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`);
  const tables = new Map<string, SQL[]>();
  for (const { table_name: table, column_name: column, data_type: type } of columns) {
    const it = sql`it.${sql.identifier(column)}`;
    const text = type === "bytea" ? sql`encode(${it}, 'escape')` : sql`${it}::text`;
    tables.set(table, [...(tables.get(table) ?? []), sql`(${column}::text, lower(${text}))`]);
  }
  const found = new Map<string, string[]>(words.map((word) => [word, []]));
  // A question for each table, as there are hundreds of columns.
  for (const [table, said] of tables) {
    const rows = await tx.execute<{ word: string; name: string }>(
      sql`select distinct word, said.name from ${sql.identifier(table)} as it,
        lateral (values ${sql.join(said, sql`, `)}) as said (name, text),
        unnest(${sql.param([...words])}::text[]) as word
        where position(lower(word) in said.text) > 0`,
    );
    for (const { word, name } of rows) found.get(word)?.push(`${table}.${name}`);
  }
  return found;
}
