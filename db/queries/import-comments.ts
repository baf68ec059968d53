import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { anyOf } from "@/db/queries/any-of";
import { importComments } from "@/db/schema/import-comments";

export type ImportCommentRow = typeof importComments.$inferSelect;

/** What the organisations that an import names wrote about their rows, the oldest first. */
export async function listImportComments(db: Db, batchId: string): Promise<ImportCommentRow[]> {
  return db
    .select()
    .from(importComments)
    .where(eq(importComments.batchId, batchId))
    .orderBy(asc(importComments.createdAt), asc(importComments.id));
}

/** Keeps what one of them wrote; what it wrote before goes. */
export async function saveImportComment(
  db: Db,
  row: Omit<typeof importComments.$inferInsert, "id" | "createdAt" | "publishedAt">,
): Promise<void> {
  const { batchId, providerId, ...said } = row;
  await db
    .insert(importComments)
    .values(row)
    .onConflictDoUpdate({
      target: [importComments.batchId, importComments.providerId],
      set: { ...said, createdAt: new Date() },
    });
}

/** Those of some organisations that are printed nowhere yet. */
export async function listUnprintedComments(
  db: Db,
  batchId: string,
  providerIds: readonly string[],
): Promise<ImportCommentRow[]> {
  if (providerIds.length === 0) return [];
  return db
    .select()
    .from(importComments)
    .where(
      and(
        eq(importComments.batchId, batchId),
        anyOf(importComments.providerId, providerIds),
        isNull(importComments.publishedAt),
      ),
    )
    .orderBy(asc(importComments.createdAt), asc(importComments.id));
}

export async function markCommentPrinted(db: Db, id: string, publishedAt: Date): Promise<void> {
  await db.update(importComments).set({ publishedAt }).where(eq(importComments.id, id));
}
