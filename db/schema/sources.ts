import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { anyJson, at, createdAt, id, version } from "@/db/schema/columns";
import { type ClaimField, RECORD_TYPES } from "@/domain/claims/claim";
import type { ImportOverride, ImportSource, KeptRecord } from "@/domain/imports/batch";
import type { ColumnMapping } from "@/domain/imports/columns";
import type { ReadLayout } from "@/domain/imports/list-layout";
import { IMPORT_OUTCOMES, type RowDecision, type RowPlan, type RowProblem } from "@/domain/imports/outcome";
import type { ImportRow } from "@/domain/imports/row";
import type { StoredItem } from "@/domain/imports/stored-item";
import type { Touches } from "@/domain/records/touched";
import { BATCH_STATES } from "@/domain/reports/proposal";
import { SOURCE_KINDS } from "@/domain/sources/source";

export const sourceKind = pgEnum("source_kind", SOURCE_KINDS);
export const recordType = pgEnum("record_type", RECORD_TYPES);
export const batchState = pgEnum("batch_state", BATCH_STATES);

/** A document that says something, with its own date and the period it describes. */
export const sources = pgTable("sources", {
  id: id(),
  kind: sourceKind("kind").notNull(),
  title: text("title").notNull(),
  publisher: text("publisher").notNull(),
  url: text("url"),
  /** Partial date: "2024-04" where the source gives no day. */
  publishedOn: text("published_on"),
  periodFrom: text("period_from"),
  periodTo: text("period_to"),
  licence: text("licence"),
  note: text("note"),
  /** Where an imported source comes from, so that a second load finds it again. */
  sourceKey: text("source_key").unique(),
  /** Set while it is off the site: what it says does not count then (`isCounted`). */
  withheldAt: at("withheld_at"),
  createdAt: createdAt(),
});

/** An import: a set of records that arrived together, was approved together and can be undone together. */
export const batches = pgTable(
  "batches",
  {
    id: id(),
    title: text("title").notNull(),
    state: batchState("state").notNull(),
    importedBy: text("imported_by").notNull(),
    approvedBy: text("approved_by"),
    approvedAt: at("approved_at"),
    undoneAt: at("undone_at"),
    rule: text("rule"),
    contentHash: text("content_hash").notNull(),
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    /** How its rows were read, such as "campaign-list"; null for what the project ships. */
    format: text("format"),
    /** The day on which the project read the sources of what it ships; null where that is the day a fact was recorded. */
    readOn: date("read_on", { mode: "string" }),
    /** Whether it is a publisher's own file: what it says its publisher says, and no more what somebody cites. */
    isEdition: boolean("is_edition").notNull().default(false),
    fileName: text("file_name"),
    /** The one source of all its rows, as its importer gave it. */
    source: jsonb("source").$type<ImportSource>(),
    /** True when the file is the whole list: what an earlier one named and this one does not may have ended. */
    isComplete: boolean("is_complete").notNull().default(false),
    header: jsonb("header").$type<string[]>(),
    mapping: jsonb("mapping").$type<ColumnMapping>(),
    /** What reading had to clean or guess, as keys of the message catalogue. */
    cleaned: jsonb("cleaned").$type<string[]>(),
    /** Where in its file its list was found, and what was left out because nobody sees it. */
    layout: jsonb("layout").$type<ReadLayout>(),
    /** Why an edition of a register was brought although it looked old or cut: what looked wrong, and the words. */
    override: jsonb("override").$type<ImportOverride>(),
    submittedAt: at("submitted_at"),
    /** Drawn when it was submitted, so that its importer could not know which rows a sample would take. */
    sampleSeed: text("sample_seed"),
    refusedBy: text("refused_by"),
    refusedAt: at("refused_at"),
    refusedBecause: text("refused_because"),
    /** Cannot be approved while its importer's account is suspended. */
    setAsideAt: at("set_aside_at"),
    /** Who looks at it and means to decide it, until when; a hold that has run out is nobody's. */
    heldBy: text("held_by"),
    holdExpiresAt: at("hold_expires_at"),
    undoneBy: text("undone_by"),
    /** What undoing it left alone because somebody had built on it. */
    keptWhenUndone: jsonb("kept_when_undone").$type<KeptRecord[]>(),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    // The same content once, but again after it was undone or refused.
    uniqueIndex("batches_content_hash_live")
      .on(table.contentHash)
      .where(sql`${table.undoneAt} is null and ${table.refusedAt} is null`),
    index("batches_waiting").on(table.submittedAt, table.id).where(sql`${table.state} = 'submitted'`),
  ],
);

export const importOutcome = pgEnum("import_outcome", IMPORT_OUTCOMES);

/** One row of an import: what the file says, how it was read, and what it would do or did. */
export const batchRows = pgTable(
  "batch_rows",
  {
    batchId: uuid("batch_id")
      .notNull()
      .references(() => batches.id),
    /** The line of the file; the header is line 1. */
    number: integer("number").notNull(),
    /** What it is made from, in a shape and version of its format; repairs are written over it. */
    item: jsonb("item").$type<StoredItem>().notNull(),
    parsed: jsonb("parsed").$type<ImportRow>(),
    outcome: importOutcome("outcome").notNull(),
    problems: jsonb("problems").$type<RowProblem[]>().notNull(),
    warnings: jsonb("warnings").$type<RowProblem[]>().notNull(),
    plan: jsonb("plan").$type<RowPlan>(),
    /** "skip" leaves the row out; "other" says that its likely twin is another service. */
    decision: text("decision").$type<RowDecision>(),
    /** Set when the import was approved: whether this row was part of it, and what it made or changed. */
    isApplied: boolean("is_applied").notNull().default(false),
    recordIds: jsonb("record_ids").$type<string[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.batchId, table.number] }),
    index("batch_rows_outcome").on(table.batchId, table.outcome),
  ],
);

/** Append-only: the application role may insert, read and set `superseded_by`, nothing else. */
export const claims = pgTable(
  "claims",
  {
    id: id(),
    recordType: recordType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    /** One of the fields of its kind of record: `parseClaimValue` refuses any other before it is written. */
    field: text("field").$type<ClaimField>().notNull(),
    value: anyJson("value"),
    validFrom: text("valid_from"),
    validTo: text("valid_to"),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    says: text("says").notNull(),
    confirmedOn: date("confirmed_on", { mode: "string" }).notNull(),
    recordedAt: at("recorded_at").notNull().default(sql`clock_timestamp()`),
    recordedBy: text("recorded_by").notNull(),
    batchId: uuid("batch_id").references(() => batches.id),
    reportId: uuid("report_id"),
    supersededBy: uuid("superseded_by").references((): AnyPgColumn => claims.id),
  },
  (table) => [
    index("claims_record").on(table.recordType, table.recordId),
    index("claims_source").on(table.sourceId),
    index("claims_batch").on(table.batchId),
  ],
);

/**
 * What is quoted of a source instead of what was recorded, wherever that stands: facts are written once, and what must go from every page is
 * often a quotation. The facts stay. Without a row the quotation is the recorded one.
 */
export const quoteEdits = pgTable(
  "quote_edits",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    /** As it was recorded. Nobody but moderators is shown it. */
    said: text("said").notNull(),
    says: text("says").notNull(),
    editedBy: text("edited_by").notNull(),
    editedAt: at("edited_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index("quote_edits_source").on(table.sourceId)],
);

/**
 * A source that one entry does not rest on any more, though others may: what it said of it until then does not count (`isCounted`). What is said
 * by it later is a new decision, and counts.
 */
export const droppedSources = pgTable(
  "dropped_sources",
  {
    id: id(),
    sourceId: uuid("source_id")
      .notNull()
      .references(() => sources.id),
    recordType: recordType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    /** For moderators; readers never see it. */
    reason: text("reason").notNull(),
    droppedBy: text("dropped_by").notNull(),
    droppedAt: at("dropped_at").notNull().default(sql`clock_timestamp()`),
    citedAgainBy: text("cited_again_by"),
    citedAgainAt: at("cited_again_at"),
  },
  (table) => [
    uniqueIndex("dropped_sources_open")
      .on(table.recordId, table.sourceId)
      .where(sql`${table.citedAgainAt} is null`),
  ],
);

/** What a record was before each change, by whom and why; any version can be brought back. */
export const recordVersions = pgTable(
  "record_versions",
  {
    id: id(),
    recordType: recordType("record_type").notNull(),
    recordId: uuid("record_id").notNull(),
    version: integer("version").notNull(),
    snapshot: jsonb("snapshot").notNull(),
    changedBy: text("changed_by").notNull(),
    reason: text("reason").notNull(),
    changedAt: at("changed_at").notNull().default(sql`clock_timestamp()`),
  },
  (table) => [unique("record_versions_once").on(table.recordType, table.recordId, table.version)],
);

/** Raised by every publishing transaction; caches older than the newest number are expired. */
export const publications = pgTable("publications", {
  number: bigserial("number", { mode: "number" }).primaryKey(),
  at: at("at").notNull().default(sql`clock_timestamp()`),
  actorId: text("actor_id").notNull(),
  reason: text("reason").notNull(),
  /** The records whose lines in a list may be others than before; null where any may be. */
  touches: jsonb("touches").$type<Touches>(),
});
