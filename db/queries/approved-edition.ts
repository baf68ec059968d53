import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batches, batchRows } from "@/db/schema/sources";
import type { ImportOutcome } from "@/domain/imports/outcome";
import type { StoredItem } from "@/domain/imports/stored-item";

/** Rows of an approved edition. */
export type ApprovedEdition = {
  /** Its day, ISO. */
  publishedOn: string;
  rows: { item: StoredItem; outcome: ImportOutcome; isApplied: boolean }[];
};

/**
 * The newest edition of a format that was approved and not undone; of two of one day, the one approved later. Its rows are
 * those that were applied, and those that would change nothing or were left out as they were.
 */
export async function findApprovedEdition(db: Db, format: string): Promise<ApprovedEdition | undefined> {
  const publishedOn = sql<string>`${batches.source} ->> 'publishedOn'`;
  const [batch] = await db
    .select({ id: batches.id, publishedOn })
    .from(batches)
    .where(and(eq(batches.format, format), eq(batches.state, "approved")))
    .orderBy(desc(publishedOn), desc(batches.approvedAt))
    .limit(1);
  if (!batch) return undefined;
  const rows = await db
    .select({
      item: batchRows.item,
      outcome: batchRows.outcome,
      isApplied: batchRows.isApplied,
    })
    .from(batchRows)
    .where(
      and(
        eq(batchRows.batchId, batch.id),
        ne(batchRows.outcome, "refused"),
        or(ne(batchRows.outcome, "new"), eq(batchRows.isApplied, true)),
      ),
    )
    .orderBy(batchRows.number);
  return { publishedOn: batch.publishedOn, rows };
}
