import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { queueViews } from "@/db/schema/reports";
import type { QueueView } from "@/domain/reports/queue-view";

const VIEW = { id: queueViews.id, name: queueViews.name, address: queueViews.address };

/** The views that somebody keeps, by name. */
export async function listQueueViews(db: Db, campaignerId: string): Promise<QueueView[]> {
  return db
    .select(VIEW)
    .from(queueViews)
    .where(eq(queueViews.campaignerId, campaignerId))
    .orderBy(asc(queueViews.name));
}

/** Keeps a view; one of the same name is another way then. */
export async function saveQueueView(
  db: Db,
  view: { campaignerId: string; name: string; address: string },
): Promise<void> {
  await db
    .insert(queueViews)
    .values(view)
    .onConflictDoUpdate({
      target: [queueViews.campaignerId, queueViews.name],
      set: { address: view.address },
    });
}

/** Of another's nothing is removed. */
export async function deleteQueueView(db: Db, id: string, campaignerId: string): Promise<void> {
  await db.delete(queueViews).where(and(eq(queueViews.id, id), eq(queueViews.campaignerId, campaignerId)));
}

/** Of an account that is erased. */
export async function deleteQueueViewsOf(db: Db, campaignerId: string): Promise<void> {
  await db.delete(queueViews).where(eq(queueViews.campaignerId, campaignerId));
}
