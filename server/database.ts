/**
 * The door of `app/` to the database: a page hands the connection to the loader it calls and never queries itself.
 * Use cases and loaders for somebody signed in are given theirs; who takes it alone is a list in
 * scripts/who-opens-the-database.test.ts.
 */
export { type Db, getDb } from "@/db/client";
