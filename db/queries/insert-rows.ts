import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";

/** Rows to one statement: a few megabytes. */
const CHUNK = 5000;

/** What becomes of a row that is there already: the columns that tell it, and those that are written over it. */
export type WrittenOver = { of: readonly PgColumn[]; set: readonly PgColumn[] };

/**
 * Inserts rows of any number, keys as in the schema. Each statement has one parameter, a list in JSON that PostgreSQL reads
 * by the table's own column types: writing down a parameter for each cell took longer than the inserting.
 * A column that no row has gets its default; one that some have is null in the others.
 * @param over without it a row that is there already is an error of the database
 */
export async function insertRows<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  over?: WrittenOver,
): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) =>
    rows.some((row) => valueIn(row, key) !== undefined),
  );
  const names = namesOf(columns.map(([, column]) => column));
  for (let from = 0; from < rows.length; from += CHUNK) {
    const list = rows.slice(from, from + CHUNK).map((row) => {
      return Object.fromEntries(columns.map(([key, { name }]) => [name, valueIn(row, key)]));
    });
    await db.execute(
      sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(list)}::text::jsonb)${over ? writeOver(over) : sql``}`,
    );
  }
}

function writeOver({ of, set }: WrittenOver): SQL {
  const written = set.map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`);
  return sql` on conflict (${namesOf(of)}) do update set ${sql.join(written, sql`, `)}`;
}

const namesOf = (columns: readonly { name: string }[]): SQL =>
  sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );

function valueIn(row: object, key: string): unknown {
  return Reflect.get(row, key);
}
