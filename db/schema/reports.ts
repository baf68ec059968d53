import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigners } from "@/db/schema/campaigners";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { serviceCategory, services } from "@/db/schema/services";
import { batches, recordType } from "@/db/schema/sources";
import type { StoredChange } from "@/domain/reports/change-proposals";
import {
  DECISION_VERDICTS,
  FIELD_VERDICTS,
  type Proposal,
  REPORT_KINDS,
  REPORT_PARTS,
  REVIEW_VERDICTS,
} from "@/domain/reports/proposal";
import type { ReportLane } from "@/domain/reports/queue-lane";
import { REPORT_STATES } from "@/domain/reports/report-state";

export const reportState = pgEnum("report_state", REPORT_STATES);
export const reportKind = pgEnum("report_kind", REPORT_KINDS);
export const decisionVerdict = pgEnum("decision_verdict", DECISION_VERDICTS);
export const reportField = pgEnum("report_field", REPORT_PARTS);
export const fieldVerdict = pgEnum("field_verdict", FIELD_VERDICTS);
export const reviewVerdict = pgEnum("review_verdict", REVIEW_VERDICTS);

const waits = sql`lane is not null`;

export const reports = pgTable(
  "reports",
  {
    id: id(),
    kind: reportKind("kind").notNull(),
    state: reportState("state").notNull().default("draft"),
    authorId: uuid("author_id")
      .notNull()
      .references(() => campaigners.id),
    /** What the author is still writing; not yet a proposal, so of any shape. */
    draft: jsonb("draft").$type<Record<string, unknown>>(),
    /** Number of the newest revision; 0 before the first submission. */
    revision: integer("revision").notNull().default(0),
    /** One line for lists, made from the newest revision. */
    title: text("title").notNull().default(""),
    heldBy: uuid("held_by").references(() => campaigners.id),
    holdExpiresAt: at("hold_expires_at"),
    firstDeciderId: uuid("first_decider_id").references(() => campaigners.id),
    /** Who made the decision that is appealed; may not decide the appeal. */
    appealedFrom: uuid("appealed_from").references(() => campaigners.id),
    hasBeenAppealed: boolean("has_been_appealed").notNull().default(false),
    duplicateOfServiceId: uuid("duplicate_of_service_id").references(() => services.id),
    /** The waiting report that it is the same as: its sources go with that one, and it waits again where that one ends otherwise. */
    duplicateOfReportId: uuid("duplicate_of_report_id").references((): AnyPgColumn => reports.id),
    publishedServiceId: uuid("published_service_id").references(() => services.id),
    batchId: uuid("batch_id").references(() => batches.id),
    /** When the author accepted the stated open licence. */
    licenceAcceptedAt: at("licence_accepted_at"),
    submittedAt: at("submitted_at"),
    decidedAt: at("decided_at"),
    /** Made with the form (domain/reports/submission-key.ts): one form makes one report, however often it is sent. */
    submissionKey: uuid("submission_key"),
    /** Out of the queue while its author's account is suspended. */
    setAsideAt: at("set_aside_at"),
    /** Where it stands in the queue; null while it does not wait. As `laneOf` says it (domain/reports/queue-lane.ts). */
    lane: text("lane")
      .$type<ReportLane>()
      .generatedAlwaysAs(
        sql`case when set_aside_at is not null or state not in ('submitted', 'in-review', 'awaiting-second') then null
          when state = 'awaiting-second' then 'second' when appealed_from is not null then 'appeals'
          when kind = 'new-service' then 'new' else 'changes' end`,
      ),
    /**
     * What the queue is searched and grouped by, read off the revision `listedRevision` (server/reports/pages/list-waiting.ts):
     * its kind of care, its town, whose document its first source is, the areas that it lies in, the import that brought the entry
     * it is about, and its words. 0: not read off yet.
     */
    listedRevision: integer("listed_revision").notNull().default(0),
    category: serviceCategory("category"),
    town: text("town").notNull().default(""),
    sourceOf: text("source_of").notNull().default(""),
    areaIds: uuid("area_ids").array().notNull().default(sql`'{}'`),
    entryBatchId: uuid("entry_batch_id").references((): AnyPgColumn => batches.id),
    /** Each as `normaliseName` writes it. */
    words: text("words").array().notNull().default(sql`'{}'`),
    /** When everything its author typed was removed from it. */
    erasedAt: at("erased_at"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("reports_state").on(table.state, table.submittedAt),
    index("reports_author").on(table.authorId),
    index("reports_duplicate")
      .on(table.duplicateOfReportId)
      .where(sql`${table.duplicateOfReportId} is not null`),
    unique("reports_submission").on(table.authorId, table.submissionKey),
    // The queue: only what waits is in these.
    index("reports_queue").on(table.submittedAt, table.id, table.lane).where(waits),
    index("reports_queue_lane").on(table.lane, table.submittedAt, table.id).where(waits),
    index("reports_queue_category").on(table.category, table.submittedAt, table.id).where(waits),
    index("reports_queue_town").on(sql`lower(${table.town})`, table.submittedAt, table.id).where(waits),
    index("reports_queue_source").on(table.sourceOf, table.submittedAt, table.id).where(waits),
    index("reports_queue_author").on(table.authorId, table.submittedAt, table.id).where(waits),
    index("reports_queue_batch").on(table.entryBatchId, table.submittedAt, table.id).where(waits),
    index("reports_queue_areas").using("gin", table.areaIds).where(waits),
    index("reports_queue_words").using("gin", sql`array_to_tsvector(${table.words})`).where(waits),
    index("reports_held").on(table.heldBy).where(sql`${table.heldBy} is not null`),
    index("reports_unlisted").on(table.id).where(sql`lane is not null and listed_revision < revision`),
  ],
);

/** A view of the queue that a moderator comes back to: a name, and the address behind "/moderation". */
export const queueViews = pgTable(
  "queue_views",
  {
    id: id(),
    campaignerId: uuid("campaigner_id")
      .notNull()
      .references(() => campaigners.id),
    name: text("name").notNull(),
    address: text("address").notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique("queue_views_name").on(table.campaignerId, table.name)],
);

/** Immutable: the application role may insert and read. */
export const reportRevisions = pgTable(
  "report_revisions",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    number: integer("number").notNull(),
    proposal: jsonb("proposal").$type<Proposal>().notNull(),
    submittedAt: at("submitted_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.number] }),
    // The entry that a report is about: `findWaitingAbout` (db/queries/report-twins.ts) asks by the same words.
    index("report_revisions_about")
      .on(
        sql`coalesce(${table.proposal}->>'serviceId', ${table.proposal}->>'recordId', ${table.proposal}->>'placeId')`,
      )
      .where(sql`${table.proposal}->>'kind' <> 'new-service'`),
  ],
);

/** A moderator's verdict on one revision, with the reason the author sees. */
export const decisions = pgTable(
  "decisions",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    revision: integer("revision").notNull(),
    moderatorId: uuid("moderator_id")
      .notNull()
      .references(() => campaigners.id),
    verdict: decisionVerdict("verdict").notNull(),
    reason: text("reason").notNull(),
    /** Likely twins (services) that the first of two moderators looked at and found to be others; kept for the second. */
    notTheSameAs: uuid("not_the_same_as").array().notNull().default(sql`'{}'`),
    decidedAt: at("decided_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index("decisions_report").on(table.reportId)],
);

/** A verdict and comment per field; `changedTo` is what the moderator put beside the proposal, never over it. */
export const decisionFields = pgTable(
  "decision_fields",
  {
    decisionId: uuid("decision_id")
      .notNull()
      .references(() => decisions.id),
    field: reportField("field").notNull(),
    verdict: fieldVerdict("verdict").notNull(),
    comment: text("comment").notNull().default(""),
    changedTo: jsonb("changed_to").$type<Record<string, unknown> | null>(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.field] })],
);

/** Another campaigner's word. Reviewers never see who the author is. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    revision: integer("revision").notNull(),
    reviewerId: uuid("reviewer_id")
      .notNull()
      .references(() => campaigners.id),
    verdict: reviewVerdict("verdict").notNull(),
    reason: text("reason").notNull(),
    /** Where the reviewer has it from: a web address, a document, whom they asked. Empty in reviews from before it was asked for. */
    source: text("source").notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [index("reviews_report").on(table.reportId)],
);

/** The conversation. `fromAuthor` tells the two sides apart without naming anybody. */
export const reportMessages = pgTable(
  "report_messages",
  {
    id: id(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    writerId: uuid("writer_id")
      .notNull()
      .references(() => campaigners.id),
    fromAuthor: boolean("from_author").notNull(),
    body: text("body").notNull(),
    /** Of an answer to what a moderator asked: which decision asked, and about which part of the report. */
    decisionId: uuid("decision_id").references(() => decisions.id),
    field: reportField("field"),
    /** As for a report: a message that is sent twice is one message. */
    submissionKey: uuid("submission_key"),
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index("report_messages_report").on(table.reportId),
    unique("report_messages_submission").on(table.writerId, table.submissionKey),
  ],
);

/**
 * What somebody wrote before signing in. The id is the only way to it and cannot be guessed; whoever signs in by the
 * link or code of the mail finds it again, on any device. Gone after seven days or once it was sent.
 */
export const pendingDrafts = pgTable(
  "pending_drafts",
  {
    id: id(),
    draft: jsonb("draft").$type<Record<string, string>>().notNull(),
    /** A pseudonym of the address that the sign-in mail for it went to, so that erasing finds it. */
    forWhom: text("for_whom"),
    expiresAt: at("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("pending_drafts_expires").on(table.expiresAt)],
);

/**
 * A change of an entry that a moderator approved: a batch of its own, so that what it did can be told apart and undone like an
 * import's (server/records/batch-undoing.ts).
 */
export const recordChanges = pgTable(
  "record_changes",
  {
    batchId: uuid("batch_id")
      .primaryKey()
      .references(() => batches.id),
    /** Null for one that a moderator made without a report. */
    reportId: uuid("report_id").references(() => reports.id),
    /** What was made of it, as it was approved; its note is the author's and not kept here. */
    proposal: jsonb("proposal").$type<StoredChange>().notNull(),
    /** The entry that it is about, and the one that readers are led to afterwards. */
    recordType: recordType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [
    index("record_changes_record").on(table.recordType, table.recordId),
    index("record_changes_report").on(table.reportId),
  ],
);
