import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "@/db/schema/columns";
import { batches } from "@/db/schema/sources";

/**
 * What an organisation that a waiting import names wrote about its rows: printed beside them once they are published, and by nothing else. How
 * anybody knows that it is theirs stands in the audit alone.
 */
export const importComments = pgTable(
  "import_comments",
  {
    id: id(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => batches.id),
    /** The record that the organisation is, or will be: one that is new has none yet. */
    providerId: uuid("provider_id").notNull(),
    /** What it is called in the import. */
    organisation: text("organisation").notNull(),
    comment: text("comment").notNull(),
    /** The document it is from, its date as far as it is known, and where the organisation published it; "" where it did not. */
    document: text("document").notNull(),
    writtenOn: text("written_on").notNull(),
    url: text("url").notNull(),
    recordedBy: text("recorded_by").notNull(),
    publishedAt: at("published_at"),
    createdAt: createdAt(),
  },
  (table) => [unique("import_comments_once").on(table.batchId, table.providerId)],
);
