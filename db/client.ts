import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { processWide } from "@/db/process-wide";
import { settings } from "@/env";
import { embeddedUrls } from "./embedded-record";
import { Pool } from "./pool";
import * as schema from "./schema";

/** A connection or an open transaction: queries take either as their first argument. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/** The role that runs the application. It may insert and read audit rows, never change them. */
export const applicationRole = "nhs_map_app";

export type OpenDb = { db: Db; close: () => Promise<void> };

export type DbOptions = {
  url: string;
  role?: string | undefined;
  /** Milliseconds for a query or a whole transaction; 2,400 unless set. Imports need minutes. */
  deadlineMs?: number;
  size?: number;
  /** For a load into tables that nobody has counted yet. */
  isLoad?: boolean;
};

/** Opens connections that the caller closes. The server uses `getDb`; scripts and tests use this. */
export function openDb({ url, role, deadlineMs, size, isLoad }: DbOptions): OpenDb {
  const pool = new Pool({
    url,
    role,
    deadlineMs: deadlineMs ?? settings().DATABASE_DEADLINE_MS,
    size: size ?? settings().DATABASE_POOL_SIZE,
    applicationName: "nhs-outsourcing-map",
    isLoad,
  });
  // The pool has exactly the methods of postgres.js that drizzle's session calls (client.db.test.ts goes through all).
  const db: Db = drizzle(pool as unknown as Sql, { schema });
  return { db, close: () => pool.end() };
}

/**
 * Where the database is: DATABASE_URL, or else the embedded one that `npm start` keeps under the data folder.
 * @throws Error in one line when there is neither.
 */
export function databaseUrls(): { url: string; ownerUrl: string; role: string | undefined } {
  const { DATABASE_URL, DATABASE_OWNER_URL } = settings();
  if (DATABASE_URL) {
    // One login for both: it takes on the application's role as it connects.
    const role = DATABASE_OWNER_URL ? undefined : applicationRole;
    return { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL, role };
  }
  const embedded = embeddedUrls();
  if (!embedded)
    throw new Error("No database: set DATABASE_URL, or run `npm start` to begin an embedded one.");
  return { ...embedded, role: undefined };
}

const shared = processWide("db", (): { open?: OpenDb | undefined } => ({}));

/** The application's connections, opened at the first call. */
export function getDb(): Db {
  shared.open ??= openDb(databaseUrls());
  return shared.open.db;
}

/** Closes what `getDb` opened; a script would never end otherwise. */
export async function closeDb(): Promise<void> {
  const { open } = shared;
  shared.open = undefined;
  await open?.close();
}

/**
 * All or nothing. Inside another transaction (as every test is) it becomes a savepoint.
 * @throws whatever `work` throws, after rolling back.
 */
export function inTransaction<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  return db.transaction((transaction) => work(transaction));
}
