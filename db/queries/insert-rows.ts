import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";

/** Rows to one statement: a few megabytes. */
const CHUNK = 5000;

/**
 * Inserts rows of any number, keys as in the schema. Each statement has one parameter, a list in JSON that PostgreSQL reads
 * by the table's own column types: writing down a parameter for each cell took longer than the inserting.
 * A column that no row has gets its default; one that some have is null in the others.
 */
export async function insertRows<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => valueIn(row, key) !== undefined),
  );
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  for (let from = 0; from < rows.length; from += CHUNK) {
    const list = rows.slice(from, from + CHUNK).map((row) => {
      return Object.fromEntries(columns.map(([key, { name }]) => [name, valueIn(row, key)]));
    });
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(list)}::text::jsonb)`,
    );
  }
}

function valueIn(row: object, key: string): unknown {
  return Reflect.get(row, key);
}
