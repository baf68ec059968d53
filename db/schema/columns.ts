import { sql } from "drizzle-orm";
import { customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** Columns that many tables share; each call makes fresh ones. */
export const id = () => uuid("id").primaryKey().default(sql`gen_random_uuid()`);
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => at("created_at").notNull().defaultNow();
/** Raised by every change; a conditional update names the version its actor saw. */
export const version = () => integer("version").notNull().default(1);
/**
 * JSON that may be a bare text. Drizzle's own column reads a text once more as JSON, so that the year "2019" and the company number
 * "12345678" come back as numbers.
 */
export const anyJson = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => "jsonb",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
});
