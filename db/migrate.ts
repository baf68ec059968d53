import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applicationRole } from "./client";

/** One number for all of us, so that two servers that start at once migrate one after the other. */
const migrationLock = 7_163_240;

/**
 * Brings a database up to date, as its owner. The application's role is made first, so that migrations can grant to it.
 * @param ownerUrl postgres:// address of a login that owns the database
 * @returns how many migrations were applied now
 * @throws the error of PostgreSQL; every migration is rolled back with it
 */
export async function migrateDatabase(
  ownerUrl: string,
  folder = join(process.cwd(), "drizzle"),
): Promise<number> {
  if (!existsSync(join(folder, "meta", "_journal.json"))) return 0;
  const client = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  const db = drizzle(client);
  try {
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await ensureApplicationRole(client);
    const before = await appliedMigrations(client);
    await migrate(db, { migrationsFolder: folder });
    return (await appliedMigrations(client)) - before;
  } finally {
    await client.end({ timeout: 2 });
  }
}

/** How many there are: a database that took all of them at once is new. */
export function countMigrations(folder: string): number {
  return readMigrationFiles({ migrationsFolder: folder }).length;
}

async function appliedMigrations(client: postgres.Sql): Promise<number> {
  const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await client<
    { count: number }[]
  >`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count ?? 0;
}

/** On a server of one's own the role may be missing; the owner must also be able to take it on (`SET ROLE`). */
async function ensureApplicationRole(client: postgres.Sql): Promise<void> {
  const [role] = await client`select pg_has_role(current_user, oid, 'SET') as usable, rolcanlogin
    from pg_roles where rolname = ${applicationRole}`;
  if (!role) await client.unsafe(`CREATE ROLE ${applicationRole} NOLOGIN`);
  // With a login of its own (the embedded database, or DATABASE_OWNER_URL) nobody needs to take it on.
  if (!role || (!role.usable && !role.rolcanlogin))
    await client.unsafe(`GRANT ${applicationRole} TO CURRENT_USER`);
  const [{ name } = { name: "" }] = await client<
    { name: string }[]
  >`select quote_ident(current_database()) as name`;
  await client.unsafe(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${applicationRole}`);
  await client.unsafe(`GRANT USAGE ON SCHEMA public TO ${applicationRole}`);
}
