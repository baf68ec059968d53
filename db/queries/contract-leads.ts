import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { batches, batchRows } from "@/db/schema/sources";
import type { ImportOutcome } from "@/domain/imports/outcome";
import type { StoredItem } from "@/domain/imports/stored-item";

/** Rows of the approved payments file of the newest year, with that file as a source. */
export type ApprovedPayments = {
  /** The last day of its financial year, ISO. */
  publishedOn: string;
  rows: { item: StoredItem; outcome: ImportOutcome; isApplied: boolean }[];
};

/** The newest payments file that was approved and not undone; of two of one year, the one approved later. */
export async function findApprovedPayments(db: Db): Promise<ApprovedPayments | undefined> {
  const publishedOn = sql<string>`${batches.source} ->> 'publishedOn'`;
  const [batch] = await db
    .select({ id: batches.id, publishedOn })
    .from(batches)
    .where(and(eq(batches.format, "gp-payments"), eq(batches.state, "approved")))
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
