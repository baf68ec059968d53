import { sql } from "drizzle-orm";
import { bigint, customType, index, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "@/db/schema/columns";
import { AUDIT_ACTIONS } from "@/domain/audit/action";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const auditAction = pgEnum("audit_action", AUDIT_ACTIONS);

/** The chain: each row hashes the one before it. The application role may only insert and read. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    at: at("at").notNull().default(sql`clock_timestamp()`),
    actorId: text("actor_id").notNull(),
    actorRole: text("actor_role").notNull(),
    action: auditAction("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    /** sha256 over salt and payload; still verifies when both are erased. */
    payloadHash: text("payload_hash").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull().unique(),
  },
  (table) => [index("audit_entries_subject").on(table.subjectType, table.subjectId)],
);

/** Erasable by the owner: what was said, and the salt without which its hash tells nothing. */
export const auditPayloads = pgTable("audit_payloads", {
  number: bigint("number", { mode: "number" })
    .primaryKey()
    .references(() => auditEntries.number),
  payload: jsonb("payload").notNull(),
  salt: bytes("salt").notNull(),
});
