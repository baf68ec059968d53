import postgres from "postgres";

/**
 * Makes PostgreSQL count what is in the owner's tables, which it otherwise does by itself a minute later. Until then its
 * planner takes thousands of places for a handful, and pages over a whole country run into their deadline.
 * @param ownerUrl postgres:// address of the login that owns the tables; others may not
 */
export async function countForPlanner(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const tables = await client<{ tablename: string }[]>`
      select tablename from pg_tables where schemaname = 'public' and tableowner = current_user`;
    if (tables.length > 0) await client`analyze ${client(tables.map(({ tablename }) => tablename))}`;
  } finally {
    await client.end({ timeout: 2 });
  }
}
