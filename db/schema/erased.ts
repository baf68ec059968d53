import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { auditEntries } from "@/db/schema/audit";
import { at } from "@/db/schema/columns";
import { recordType, sources } from "@/db/schema/sources";

/** What was erased for good, when and by whom: all that is left of it beside its emptied row. The application may only add and read. */
export const erasedRecords = pgTable("erased_records", {
  recordId: uuid("record_id").primaryKey(),
  recordType: recordType("record_type").notNull(),
  erasedAt: at("erased_at").notNull(),
  erasedBy: text("erased_by").notNull(),
  /** The entry with which it went, because it was merged into that or is a line of it alone; null of the one that was asked for. */
  erasedWith: uuid("erased_with"),
});

/**
 * Keyed hashes of the addresses, codes and names that an erased entry had (domain/records/erased-mark.ts): so that its address answers 410 and no
 * import brings it back, and no name is kept for that.
 */
export const erasedMarks = pgTable(
  "erased_marks",
  {
    mark: text("mark").primaryKey(),
    recordId: uuid("record_id")
      .notNull()
      .references(() => erasedRecords.recordId),
  },
  (table) => [index("erased_marks_record").on(table.recordId)],
);

/** Sources whose words were erased for good, when and by whom; what they show stays. The application may only add and read. */
export const erasedSources = pgTable("erased_sources", {
  sourceId: uuid("source_id")
    .primaryKey()
    .references(() => sources.id),
  erasedAt: at("erased_at").notNull(),
  erasedBy: text("erased_by").notNull(),
});

/** Entries of the audit whose words went with an erased entry. Written by the owner's function alone, so that the check of the chain can believe it. */
export const erasedPayloads = pgTable("erased_payloads", {
  number: bigint("number", { mode: "number" })
    .primaryKey()
    .references(() => auditEntries.number),
});
