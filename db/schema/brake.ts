import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { visibility } from "@/db/schema/places";
import { senderColumns } from "@/db/schema/sender-columns";
import { textWords } from "@/db/schema/text-words";
import type { Role } from "@/domain/actor";
import type { ClaimField } from "@/domain/claims/claim";
import { COMPLAINT_KINDS } from "@/domain/complaint-kinds";
import { COMPLAINED_TYPES, type ComplaintNotice, type DisputedType } from "@/domain/complaints/complaint";
import { WITHHELD_TYPES, type WithheldByHand } from "@/domain/records/withheld";
import type { SecondAct, SecondVerdict } from "@/domain/second-looks/second-look";
import type { SentKind } from "@/domain/senders/sender";

export const withheldType = pgEnum("withheld_type", WITHHELD_TYPES);
export const complainedType = pgEnum("complained_type", COMPLAINED_TYPES);
export const complaintKind = pgEnum("complaint_kind", COMPLAINT_KINDS);

/** A record or source that was taken off the site, why, and what it was before; open until it is brought back. */
export const withholdings = pgTable(
  "withholdings",
  {
    id: id(),
    recordType: withheldType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    /** Null for a source. */
    visibilityBefore: visibility("visibility_before"),
    /** For moderators; readers never see it. */
    reason: text("reason").notNull(),
    withheldBy: text("withheld_by").notNull(),
    withheldAt: at("withheld_at").notNull().default(sql`clock_timestamp()`),
    /** The source that it went with, because nothing else says what it is. */
    sourceId: uuid("source_id"),
    restoredBy: text("restored_by"),
    restoredAt: at("restored_at"),
    restoredBecause: text("restored_because"),
  },
  (table) => [
    uniqueIndex("withholdings_open")
      .on(table.recordType, table.recordId)
      .where(sql`${table.restoredAt} is null`),
  ],
);

const isOpen = (answeredAt: AnyPgColumn) => sql`${answeredAt} is null`;

/** "This is wrong", from anybody. */
export const complaints = pgTable(
  "complaints",
  {
    id: id(),
    recordType: complainedType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    kind: complaintKind("kind").notNull(),
    /** What the entry was called to who complained; an entry shown by area only has no name there. Null before it was kept. */
    called: text("called"),
    /** Can hold personal data; emptied some time after the answer. */
    why: text("why").notNull(),
    /** What the law asks of a notice of defamation, as far as it was filled in; emptied with `why`. */
    notice: jsonb("notice").$type<ComplaintNotice>(),
    ...senderColumns(),
    createdAt: createdAt(),
    /** When the receipt was queued, which acknowledges it; null where no mail went out. */
    acknowledgedAt: at("acknowledged_at"),
    answeredAt: at("answered_at"),
    answeredBy: text("answered_by"),
    answer: text("answer"),
    version: version(),
  },
  (table) => [
    index("complaints_waiting").on(table.answeredAt, table.createdAt),
    // What the queue asks of those that wait; nothing of who sent one is in these.
    index("complaints_words")
      .using("gin", textWords(table.called, table.why))
      .where(isOpen(table.answeredAt)),
    index("complaints_entry").on(table.recordId).where(isOpen(table.answeredAt)),
  ],
);

/** What is disputed about an entry, in a moderator's words, for every reader; open until it is settled. */
export const disputes = pgTable(
  "disputes",
  {
    id: id(),
    recordType: complainedType("record_type").$type<DisputedType>().notNull(),
    recordId: uuid("record_id").notNull(),
    /** A field of its claims; null for the whole entry. */
    field: text("field").$type<ClaimField>(),
    says: text("says").notNull(),
    complaintId: uuid("complaint_id").references(() => complaints.id),
    markedBy: text("marked_by").notNull(),
    markedAt: at("marked_at").notNull().default(sql`clock_timestamp()`),
    settledBy: text("settled_by"),
    settledAt: at("settled_at"),
  },
  (table) => [index("disputes_record").on(table.recordType, table.recordId)],
);

/** What one person asked for that a second looks at; open until it is decided, one at a time about the same. */
export const secondLooks = pgTable(
  "second_looks",
  {
    id: id(),
    act: text("act").$type<SecondAct>().notNull(),
    /** "campaigner", what somebody sent without an account, or the kind of entry. */
    subjectType: text("subject_type").$type<WithheldByHand | "campaigner" | SentKind>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** The role that was asked for. */
    wanted: text("wanted").$type<Role>(),
    /** For the second person; emptied with the account, the complaint or the tip that it is about. */
    reason: text("reason").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: at("asked_at").notNull().default(sql`clock_timestamp()`),
    verdict: text("verdict").$type<SecondVerdict>(),
    decidedBy: text("decided_by"),
    decidedAt: at("decided_at"),
    because: text("because").notNull().default(""),
  },
  (table) => [
    uniqueIndex("second_looks_open")
      .on(table.subjectType, table.subjectId)
      .where(sql`${table.verdict} is null`),
  ],
);
