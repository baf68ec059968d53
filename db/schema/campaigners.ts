import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { areas } from "@/db/schema/areas";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { ROLES } from "@/domain/actor";
import { MAIL_WISHES } from "@/domain/campaigners/work-mail";

export const role = pgEnum("role", ROLES);
export const mailWish = pgEnum("mail_wish", MAIL_WISHES);

/** The only table with a person's address in it; everything else knows an opaque id. Erasing empties `email`. */
export const campaigners = pgTable("campaigners", {
  id: id(),
  email: text("email").unique(),
  emailVerifiedAt: at("email_verified_at"),
  role: role("role").notNull().default("campaigner"),
  /** A starter account of local mode; exists nowhere else. */
  isStarter: boolean("is_starter").notNull().default(false),
  erasedAt: at("erased_at"),
  /** While it is set: no session, no sign-in, no role that counts, and what waits of theirs is out of the queue. */
  suspendedAt: at("suspended_at"),
  suspendedBecause: text("suspended_because"),
  /** When they finished the practice queue; null while what they say of reports does not count yet. */
  practisedAt: at("practised_at"),
  /** How they are told of work as a moderator, and when they were last told. */
  mailWish: mailWish("mail_wish").notNull().default("daily"),
  mailToldAt: at("mail_told_at").notNull().defaultNow(),
  /** What they are called among moderators, where they chose a name; told to nobody else, and nobody else's. */
  called: text("called"),
  version: version(),
  createdAt: createdAt(),
});

/** Where a moderator decides; whoever has no row here decides everywhere. */
export const moderatorAreas = pgTable(
  "moderator_areas",
  {
    campaignerId: uuid("campaigner_id")
      .notNull()
      .references(() => campaigners.id),
    areaId: uuid("area_id")
      .notNull()
      .references(() => areas.id),
  },
  (table) => [primaryKey({ columns: [table.campaignerId, table.areaId] })],
);

export const sessions = pgTable(
  "sessions",
  {
    token: text("token").primaryKey(),
    campaignerId: uuid("campaigner_id")
      .notNull()
      .references(() => campaigners.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    /** The last request, to the minute: who may decide is signed out when they have been idle. */
    lastSeenAt: at("last_seen_at").notNull().defaultNow(),
    /** When this session was confirmed with a second factor; null when it was not. */
    secondFactorAt: at("second_factor_at"),
    createdAt: createdAt(),
  },
  (table) => [index("sessions_campaigner").on(table.campaignerId)],
);

/** next-auth's one-time tokens; `token` is a hash. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** The short code a mail carries for signing in on another device; hashed, few attempts, short life. */
export const signInCodes = pgTable("sign_in_codes", {
  email: text("email").primaryKey(),
  codeHash: text("code_hash").notNull(),
  attempts: integer("attempts").notNull().default(0),
  expiresAt: at("expires_at").notNull(),
});

/** Mail leaves through this table, so that a dead mail server loses and delays nothing else. */
export const mailOutbox = pgTable(
  "mail_outbox",
  {
    id: id(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    /** What it is about, such as "report.decided"; never a person's data. */
    purpose: text("purpose").notNull(),
    dedupeKey: text("dedupe_key").unique(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: at("next_attempt_at").notNull().defaultNow(),
    sentAt: at("sent_at"),
    failedAt: at("failed_at"),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (table) => [index("mail_outbox_due").on(table.nextAttemptAt)],
);

/** Shape that rate-limiter-flexible's Drizzle store expects. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull(),
  expire: timestamp("expire", { withTimezone: false, mode: "date" }),
});

/** What accounts did that is limited per minute and day (domain/campaigners/account-limits.ts); gone after two days. */
export const accountActions = pgTable(
  "account_actions",
  {
    id: id(),
    campaignerId: uuid("campaigner_id")
      .notNull()
      .references(() => campaigners.id),
    kind: text("kind").notNull(),
    at: at("at").notNull(),
  },
  (table) => [index("account_actions_of").on(table.campaignerId, table.kind, table.at)],
);

export const storedSettings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  version: version(),
});
