/**
 * The door of `app/` to the database: a page hands the connection to the loader it calls and never queries itself.
 * Use cases and loaders are given theirs, so that a test can give them a transaction.
 */
export { type Db, getDb } from "@/db/client";
