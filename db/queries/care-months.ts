import { and, desc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { careMonths } from "@/db/schema/care-months";
import { batches } from "@/db/schema/sources";
import type { CareByPayer } from "@/domain/figures/share-of-care";

/** Keeps what NHS trusts completed with the import of the extract that counts it. */
export async function insertCareMonth(
  db: Db,
  row: { batchId: string; month: string; trusts: CareByPayer[] },
): Promise<void> {
  await db.insert(careMonths).values(row);
}

/** What NHS trusts completed, by payer, as the import's file counts it. */
export async function findTrustsCare(db: Db, batchId: string): Promise<CareByPayer[]> {
  const [row] = await db
    .select({ trusts: careMonths.trusts })
    .from(careMonths)
    .where(eq(careMonths.batchId, batchId));
  return row?.trusts ?? [];
}

/** Completes a month: the trusts' care and that of everybody else. */
export async function completeCareMonth(db: Db, batchId: string, payers: CareByPayer[]): Promise<void> {
  await db.update(careMonths).set({ payers }).where(eq(careMonths.batchId, batchId));
}

/** The newest month of which an approved import tells everything; of two of one month, the one approved later. */
export async function findNewestCareMonth(
  db: Db,
): Promise<{ period: string; payers: CareByPayer[] } | undefined> {
  const [row] = await db
    .select({ period: careMonths.month, payers: careMonths.payers })
    .from(careMonths)
    .innerJoin(batches, eq(batches.id, careMonths.batchId))
    .where(and(eq(batches.state, "approved"), isNotNull(careMonths.payers)))
    .orderBy(desc(careMonths.month), desc(batches.approvedAt))
    .limit(1);
  return row?.payers ? { period: row.period, payers: row.payers } : undefined;
}
