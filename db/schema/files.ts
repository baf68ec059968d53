import { sql } from "drizzle-orm";
import {
  check,
  customType,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { campaigners } from "@/db/schema/campaigners";
import { at, createdAt, id, version } from "@/db/schema/columns";
import { pendingDrafts, reports } from "@/db/schema/reports";
import { sources } from "@/db/schema/sources";
import { FILE_KINDS, FILE_STATES } from "@/domain/files/report-file";

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const fileKind = pgEnum("file_kind", FILE_KINDS);
export const fileState = pgEnum("file_state", FILE_STATES);

/** A picture or document that somebody added to a report. Its bytes lie in the store (server/files), under `key`. */
export const reportFiles = pgTable(
  "report_files",
  {
    id: id(),
    /** Null before it is sent, and once its report is gone; it goes then too. */
    reportId: uuid("report_id").references(() => reports.id, { onDelete: "set null" }),
    /** Of a report that is kept and not sent, until it is; gone with that. Then both are null, and the file goes too. */
    draftId: uuid("draft_id").references(() => pendingDrafts.id, { onDelete: "set null" }),
    uploaderId: uuid("uploader_id")
      .notNull()
      .references(() => campaigners.id),
    name: text("name").notNull(),
    state: fileState("state").notNull().default("receiving"),
    kind: fileKind("kind"),
    /** As they are sent, and then as they are stored. */
    bytes: integer("bytes").notNull(),
    received: integer("received").notNull().default(0),
    width: integer("width"),
    height: integer("height"),
    key: text("key").unique(),
    /** When its author offered it for publication; null while they do not. */
    offeredAt: at("offered_at"),
    publishedAt: at("published_at"),
    publishedBy: uuid("published_by").references(() => campaigners.id),
    /** The source that it is shown beside, while it is published. */
    publishedSourceId: uuid("published_source_id").references(() => sources.id),
    /** What it shows, in a moderator's words, for readers who do not see it. */
    shows: text("shows").notNull().default(""),
    version: version(),
    createdAt: createdAt(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("report_files_report").on(table.reportId),
    index("report_files_draft").on(table.draftId).where(sql`${table.draftId} is not null`),
    index("report_files_published").on(table.reportId).where(sql`${table.publishedAt} is not null`),
    check(
      "report_files_published_beside",
      sql`(${table.publishedAt} is null) = (${table.publishedSourceId} is null)
        and (${table.publishedAt} is null or (${table.offeredAt} is not null and ${table.shows} <> ''))`,
    ),
    index("report_files_unfinished").on(table.uploaderId).where(sql`${table.state} = 'receiving'`),
  ],
);

/** What has come of a file so far, on whichever server it came; gone when it is whole. */
export const reportFileParts = pgTable(
  "report_file_parts",
  {
    fileId: uuid("file_id")
      .notNull()
      .references(() => reportFiles.id, { onDelete: "cascade" }),
    /** The first byte of it. */
    start: integer("start").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.start] })],
);

/** Every key that was ever written to the store, before it was: what no file names any more is found by it and removed. */
export const storedKeys = pgTable("stored_keys", {
  key: text("key").primaryKey(),
  createdAt: createdAt(),
});
