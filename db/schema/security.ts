import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigners } from "@/db/schema/campaigners";
import { at, createdAt } from "@/db/schema/columns";
import { SECURITY_EVENTS } from "@/domain/security/event";

export const securityEvent = pgEnum("security_event", SECURITY_EVENTS);

/**
 * What happened to accounts. The application may only add and read; an account is its opaque id and nothing else of a
 * person is here, which the check on `detail` holds even against our own mistakes.
 */
export const securityEvents = pgTable(
  "security_events",
  {
    number: bigint("number", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: at("at").notNull().default(sql`clock_timestamp()`),
    kind: securityEvent("kind").notNull(),
    /** Whose account; null where nobody has the address that was typed. No reference, as the log outlives the account. */
    accountId: uuid("account_id"),
    /** Who did it, where that is somebody else: an account's id or the name of a job. */
    byId: text("by_id"),
    detail: text("detail").notNull().default(""),
  },
  (table) => [
    index("security_events_account").on(table.accountId, table.kind, table.at),
    check("security_events_plain", sql`${table.detail} ~ '^[a-z0-9 :./-]{0,100}$'`),
    check("security_events_by_plain", sql`${table.byId} ~ '^[a-z0-9:-]{1,100}$'`),
  ],
);

const account = () =>
  uuid("account_id")
    .notNull()
    .references(() => campaigners.id, { onDelete: "cascade" });

/** An authenticator app of an account: one each. It counts from the moment a first code of it was right. */
export const secondFactors = pgTable("second_factors", {
  accountId: account().primaryKey(),
  /** Encrypted with a key that is not in the database. */
  secret: text("secret").notNull(),
  confirmedAt: at("confirmed_at"),
  /** The half minute of the last code that was taken: a code is good once. */
  lastStep: integer("last_step").notNull().default(0),
  createdAt: createdAt(),
});

/** For who loses the app: each is good once and then gone. Hashes only. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  { accountId: account(), codeHash: text("code_hash").notNull() },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);
