import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { batches } from "@/db/schema/sources";
import type { CareByPayer } from "@/domain/figures/share-of-care";

/**
 * Who did the treatment that one extract of the waiting times counts. It counts while its import is approved, so that
 * undoing the import takes it back.
 */
export const careMonths = pgTable("care_months", {
  batchId: uuid("batch_id")
    .primaryKey()
    .references(() => batches.id),
  /** "2026-05" */
  month: text("month").notNull(),
  /** What NHS trusts completed, by payer: read with the file, which is not kept. */
  trusts: jsonb("trusts").$type<CareByPayer[]>().notNull(),
  /** What everybody completed; null until the import was approved with somebody known behind every code. */
  payers: jsonb("payers").$type<CareByPayer[]>(),
});
