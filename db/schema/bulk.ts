import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { campaigners } from "@/db/schema/campaigners";
import { at, createdAt, id } from "@/db/schema/columns";
import { reports } from "@/db/schema/reports";
import type { BulkBecause, BulkItemState, BulkPhase, BulkVerdict } from "@/domain/reports/bulk";

/** Several reports that a moderator decides together: one verdict, one reason, one way back. */
export const bulkRuns = pgTable(
  "bulk_runs",
  {
    id: id(),
    moderatorId: uuid("moderator_id")
      .notNull()
      .references(() => campaigners.id),
    verdict: text("verdict").$type<BulkVerdict>().notNull(),
    reason: text("reason").notNull(),
    /** What stands behind "/moderation": the view that they were chosen from. */
    view: text("view").notNull().default(""),
    phase: text("phase").$type<BulkPhase>().notNull().default("previewing"),
    /** As for a report: a form that is sent twice makes one of these. */
    submissionKey: uuid("submission_key").notNull(),
    decidedAt: at("decided_at"),
    takenBackBy: uuid("taken_back_by").references(() => campaigners.id),
    takenBackAt: at("taken_back_at"),
    takenBackBecause: text("taken_back_because"),
    createdAt: createdAt(),
  },
  (table) => [unique("bulk_runs_submission").on(table.moderatorId, table.submissionKey)],
);

/** One of them. Whoever works through them locks the row, so that none is decided twice. */
export const bulkItems = pgTable(
  "bulk_items",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => bulkRuns.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    /** The version of the report that its moderator saw; once it is decided, the one that the decision left. */
    version: integer("version").notNull(),
    state: text("state").$type<BulkItemState>().notNull().default("new"),
    because: jsonb("because").$type<BulkBecause | null>(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.position] }),
    index("bulk_items_report").on(table.reportId),
  ],
);
